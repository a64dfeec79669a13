/** Juxian's mark: four ponds that meet, for the education, talent, industrial and innovation chains. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M2 7a5 5 0 0 1 5-5h4v6a3 3 0 0 1-3 3H2z" fill="var(--mark-1)" />
      <path d="M22 7a5 5 0 0 0-5-5h-4v6a3 3 0 0 0 3 3h6z" fill="var(--mark-2)" />
      <path d="M2 17a5 5 0 0 0 5 5h4v-6a3 3 0 0 0-3-3H2z" fill="var(--mark-3)" />
      <path d="M22 17a5 5 0 0 1-5 5h-4v-6a3 3 0 0 1 3-3h6z" fill="var(--mark-4)" />
    </svg>
  );
}

/**
 * Ponds between mulberry dykes, drawn as the map of Nanhai shows them: fields of different size that share
 * their banks. Each row: y, height, then the widths of its ponds; the number after the slash is its tint.
 */
const FIELDS: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 46, ['70/0', '44/2', '96/1', '58/0', '84/3', '48/0']],
  [52, 62, ['52/1', '88/0', '60/4', '74/2', '50/0', '76/1']],
  [120, 40, ['92/0', '54/3', '78/0', '46/1', '90/4', '40/0']],
  [166, 56, ['60/2', '72/1', '50/0', '88/5', '56/0', '74/2']],
];

/** The pond fields as a quiet background; purely decorative. */
export function Ponds({ className }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 430 222"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {FIELDS.flatMap(([y, height, ponds]) => {
        let x = 0;
        return ponds.map((pond) => {
          const [width = 0, tint = 0] = pond.split('/').map(Number);
          const left = x;
          x += width + 6;
          return (
            <rect
              key={`${left}-${y}`}
              className={`pond pond--${tint}`}
              x={left}
              y={y}
              width={width}
              height={height}
              rx={9}
            />
          );
        });
      })}
    </svg>
  );
}
