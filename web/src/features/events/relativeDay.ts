import { clockTime, toInputTime } from '../../time/zone';

const DAY_MS = 86_400_000;
const NEAR_DAYS = 14;

export type Nearness =
  | { readonly when: 'over' | 'under-way' | 'today' | 'tomorrow' | 'far' }
  | { readonly when: 'days'; readonly days: number };

/** How near an event is, counted in Shanghai's calendar days. */
export function nearness(startsAt: string, endsAt: string, now: Date): Nearness {
  if (Date.parse(endsAt) <= now.getTime()) {
    return { when: 'over' };
  }
  if (Date.parse(startsAt) <= now.getTime()) {
    return { when: 'under-way' };
  }
  const days = dayNumber(startsAt) - dayNumber(now.toISOString());
  if (days === 0) {
    return { when: 'today' };
  }
  if (days === 1) {
    return { when: 'tomorrow' };
  }
  return days <= NEAR_DAYS ? { when: 'days', days } : { when: 'far' };
}

/** `2026-11` of each event, so that a list can be headed by month. */
export function monthKey(time: string): string {
  const { year, month } = clockTime(time);
  return `${year}-${month}`;
}

function dayNumber(time: string): number {
  return Math.round(Date.parse(`${toInputTime(time).slice(0, 10)}T00:00:00Z`) / DAY_MS);
}
