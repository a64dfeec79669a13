import type { BoothPlace } from '../../api/types';

/** How booths get their numbers when a hall's grid is made. */
export type Numbering = 'by-row' | 'running';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `A` to `Z`, then `AA`, `AB`…: the letters of a row counted from 1. */
export function rowLetters(row: number): string {
  const index = row - 1;
  const last = LETTERS.charAt(index % LETTERS.length);
  const before = Math.floor(index / LETTERS.length);
  return before === 0 ? last : rowLetters(before) + last;
}

/** The number of the booth in a place: `A01` by row, or `N001` running through the hall with a prefix. */
export function boothNumber(
  place: { column: number; row: number },
  columns: number,
  numbering: Numbering,
  prefix: string,
): string {
  if (numbering === 'by-row') {
    return `${prefix}${rowLetters(place.row)}${String(place.column).padStart(2, '0')}`;
  }
  const count = (place.row - 1) * columns + place.column;
  return `${prefix}${String(count).padStart(3, '0')}`;
}

/** A booth in every place of a grid, row by row. */
export function fullGrid(
  columns: number,
  rows: number,
  numbering: Numbering,
  prefix: string,
): BoothPlace[] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const place = { column: (index % columns) + 1, row: Math.floor(index / columns) + 1 };
    return { ...place, number: boothNumber(place, columns, numbering, prefix) };
  });
}

/** The new grid, where a booth of the old one with the same number keeps its identity. */
export function regenerated(old: readonly BoothPlace[], made: readonly BoothPlace[]): BoothPlace[] {
  const known = new Map(old.map((booth) => [booth.number, booth.id]));
  return made.map((booth) => {
    const id = known.get(booth.number);
    return id === undefined ? booth : { ...booth, id };
  });
}

/** The booths without those which a smaller grid has no place for. */
export function within(booths: readonly BoothPlace[], columns: number, rows: number): BoothPlace[] {
  return booths.filter((booth) => booth.column <= columns && booth.row <= rows);
}
