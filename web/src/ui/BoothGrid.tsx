import type { ReactNode } from 'react';
import './booth-grid.css';

export interface GridCell {
  column: number;
  row: number;
  number: string;
}

interface BoothGridProps<C extends GridCell> {
  label: string;
  columns: number;
  rows: number;
  cells: readonly C[];
  /** Draws one booth; it is placed by the grid. */
  children: (cell: C) => ReactNode;
  /** Draws a place without booth, where the grid can be edited. */
  gap?: (column: number, row: number) => ReactNode;
}

/** A hall's booths where they stand; wide halls scroll sideways. Columns and rows count from 1. */
export function BoothGrid<C extends GridCell>(props: BoothGridProps<C>) {
  const at = new Map(props.cells.map((cell) => [`${cell.column} ${cell.row}`, cell]));
  const places = Array.from({ length: props.rows * props.columns }, (_, index) => ({
    column: (index % props.columns) + 1,
    row: Math.floor(index / props.columns) + 1,
  }));
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="booths" role="region" aria-label={props.label} tabIndex={0}>
      <ul
        className="booths__grid"
        style={{
          gridTemplateColumns: `repeat(${props.columns}, minmax(0, 1fr))`,
          minWidth: `${props.columns * 4.75}rem`,
          maxWidth: `${props.columns * 8}rem`,
        }}
      >
        {places.map(({ column, row }) => {
          const cell = at.get(`${column} ${row}`);
          const content = cell === undefined ? props.gap?.(column, row) : props.children(cell);
          return content === undefined ? null : (
            <li key={`${column} ${row}`} style={{ gridColumn: column, gridRow: row }}>
              {content}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
