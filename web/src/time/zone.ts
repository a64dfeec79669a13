/**
 * Times are shown and typed as clock time in Asia/Shanghai, wherever the browser is. The zone has had
 * no daylight saving since 1991, so a fixed offset is exact.
 */
const OFFSET = '+08:00';
const OFFSET_MS = 8 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;

/** A moment as a calendar and a clock in Shanghai show it. */
export interface ClockTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** Reads an RFC 3339 time, whatever its offset, as clock time in Shanghai. */
export function clockTime(time: string | Date): ClockTime {
  const shifted = new Date(new Date(time).getTime() + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/** `2026-11-28T09:00`, the value of a `datetime-local` input; empty for no time. */
export function toInputTime(time: string | undefined): string {
  if (time === undefined || time === '') {
    return '';
  }
  return new Date(new Date(time).getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** The RFC 3339 time of a `datetime-local` input's value, read as Shanghai's clock; empty stays empty. */
export function fromInputTime(value: string): string {
  return value === '' ? '' : `${value.slice(0, 16)}:00${OFFSET}`;
}

/** The first moment of a `date` input's day. */
export function startOfDay(date: string): string {
  return `${date}T00:00:00${OFFSET}`;
}

/** The last second of a `date` input's day. */
export function endOfDay(date: string): string {
  return `${date}T23:59:59${OFFSET}`;
}

/** A time some minutes later, with Shanghai's offset. */
export function plusMinutes(time: string, minutes: number): string {
  return fromInputTime(toInputTime(new Date(Date.parse(time) + minutes * MINUTE_MS).toISOString()));
}

/** True if both moments fall on one day in Shanghai. */
export function sameDay(a: string, b: string): boolean {
  return toInputTime(a).slice(0, 10) === toInputTime(b).slice(0, 10);
}
