import type { EventKind, EventQuery } from '../../api/types';
import { endOfDay, startOfDay, toInputTime } from '../../time/zone';

const DAY_MS = 86_400_000;

export type When = 'any' | 'week' | 'month' | 'day';

/** What the list is narrowed to; it lives in the page's address, so that it can be shared. */
export interface Filters {
  readonly query: string;
  readonly kind: EventKind | 'all';
  readonly when: When;
  /** `2026-11-28`, for `when: 'day'`. */
  readonly day: string;
}

const KINDS: readonly string[] = ['fair', 'competition', 'forum'];
const WHENS: readonly string[] = ['week', 'month', 'day'];

/** Reads the filters from the page's address; what is not understood is ignored. */
export function filtersFrom(search: URLSearchParams): Filters {
  const kind = search.get('kind') ?? '';
  const when = search.get('when') ?? '';
  const day = search.get('day') ?? '';
  return {
    query: search.get('q') ?? '',
    kind: KINDS.includes(kind) ? (kind as EventKind) : 'all',
    when: WHENS.includes(when) ? (when as When) : 'any',
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : '',
  };
}

/** The filters as the page's address carries them; defaults are left out. */
export function searchFrom(filters: Filters): Record<string, string> {
  const search: Record<string, string> = {};
  if (filters.query !== '') {
    search['q'] = filters.query;
  }
  if (filters.kind !== 'all') {
    search['kind'] = filters.kind;
  }
  if (filters.when !== 'any') {
    search['when'] = filters.when;
  }
  if (filters.when === 'day' && filters.day !== '') {
    search['day'] = filters.day;
  }
  return search;
}

/** The filters as the service understands them. */
export function eventQuery(filters: Filters, now: Date): EventQuery {
  const query: EventQuery = {};
  if (filters.query.trim() !== '') {
    query.query = filters.query.trim();
  }
  if (filters.kind !== 'all') {
    query.kind = filters.kind;
  }
  return { ...query, ...span(filters, now) };
}

function span(filters: Filters, now: Date): EventQuery {
  switch (filters.when) {
    case 'any':
      return {};
    case 'week':
      return within(7, now);
    case 'month':
      return within(30, now);
    case 'day':
      return filters.day === '' ? {} : { from: startOfDay(filters.day) };
  }
}

function within(days: number, now: Date): EventQuery {
  const today = toInputTime(now.toISOString()).slice(0, 10);
  const last = toInputTime(new Date(now.getTime() + days * DAY_MS).toISOString()).slice(0, 10);
  return { from: startOfDay(today), to: endOfDay(last) };
}
