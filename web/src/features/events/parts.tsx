import type { EventKind, EventListing, EventStatus, TicketType, Venue } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { calendarLeaf, formatMoment, formatRange } from '../../time/format';
import { eventMessages } from './messages';
import { nearness } from './relativeDay';

/** What kind of event it is, in its colour. */
export function KindTag({ kind }: { kind: EventKind }) {
  const t = useMessages(eventMessages);
  return <span className={`kind-tag kind--${kind}`}>{t.kinds[kind]}</span>;
}

const STATUS_LOOK: Readonly<Record<EventStatus, string>> = {
  open: 'tag tag--good',
  upcoming: 'tag',
  closed: 'tag',
  full: 'tag tag--warn',
  cancelled: 'tag tag--bad',
};

/** Whether one can register. */
export function StatusTag({ status }: { status: EventStatus }) {
  const t = useMessages(eventMessages);
  return <span className={STATUS_LOOK[status]}>{t.statuses[status]}</span>;
}

/** The first day as a leaf of a calendar. */
export function CalendarLeaf({ event }: { event: { startsAt: string; kind: EventKind } }) {
  const { language } = useLanguage();
  const leaf = calendarLeaf(event.startsAt, language);
  return (
    <time className={`leaf kind--${event.kind}`} dateTime={event.startsAt} aria-hidden="true">
      <span className="leaf__month">{leaf.month}</span>
      <span className="leaf__day">{leaf.day}</span>
      <span className="leaf__weekday">{leaf.weekday}</span>
    </time>
  );
}

/** When it is, ranges collapsed. */
export function TimeRange({ from, to }: { from: string; to: string }) {
  const { language } = useLanguage();
  return <time dateTime={from}>{formatRange(from, to, language)}</time>;
}

/** “In 4 days”, or nothing for what is far. */
export function useNearness(): (event: { startsAt: string; endsAt: string }) => string {
  const t = useMessages(eventMessages);
  return (event) => {
    const near = nearness(event.startsAt, event.endsAt, new Date());
    switch (near.when) {
      case 'over':
        return t.over;
      case 'under-way':
        return t.underWay;
      case 'today':
        return t.today;
      case 'tomorrow':
        return t.tomorrow;
      case 'days':
        return t.inDays(near.days);
      case 'far':
        return '';
    }
  };
}

/** Name and address of a place in one line. */
export function VenueLine({ venue }: { venue: Venue }) {
  const text = useText();
  return <>{[text(venue.name), text(venue.address)].filter((part) => part !== '').join(' · ')}</>;
}

/** How many places are taken, as a bar and in words. */
export function Places({ capacity, taken }: { capacity: number; taken: number }) {
  const t = useMessages(eventMessages);
  const left = Math.max(0, capacity - taken);
  const share = capacity === 0 ? 1 : Math.min(1, taken / capacity);
  return (
    <div className="places">
      <div className="meter" aria-hidden="true">
        <div className="meter__fill" style={{ width: `${share * 100}%` }} />
      </div>
      <span className="num">{left === 0 ? t.noPlaces : t.places(left)}</span>
    </div>
  );
}

/** Places over all ticket types. */
export function totalPlaces(types: readonly TicketType[]): { capacity: number; taken: number } {
  return types.reduce(
    (sum, type) => ({ capacity: sum.capacity + type.capacity, taken: sum.taken + type.taken }),
    { capacity: 0, taken: 0 },
  );
}

/** The places of a listing, if the service tells them. */
export function ListingPlaces({ event }: { event: EventListing }) {
  return event.status === 'open' && event.capacity !== undefined && event.taken !== undefined ? (
    <Places capacity={event.capacity} taken={event.taken} />
  ) : null;
}

/** When one can register, said for where we are in the window. */
export function RegistrationWindow({ type }: { type: TicketType }) {
  const t = useMessages(eventMessages);
  const { language } = useLanguage();
  const now = Date.now();
  if (now < Date.parse(type.opensAt)) {
    return t.opens(formatMoment(type.opensAt, language));
  }
  const closes = formatMoment(type.closesAt, language);
  return now < Date.parse(type.closesAt) ? t.closes(closes) : t.closedAt(closes);
}
