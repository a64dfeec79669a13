import { useMemo } from 'react';
import { encode } from 'uqr';

const QUIET_MODULES = 2;

/** A QR code as one path: dark on white in every colour scheme, since scanners expect it. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { path, size } = useMemo(() => drawing(value), [value]);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#0b1d20" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawing(value: string): { path: string; size: number } {
  const code = encode(value, { ecc: 'M', border: QUIET_MODULES });
  const path = code.data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, size: code.size };
}
