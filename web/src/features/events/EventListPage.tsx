import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { listEvents } from '../../api/events';
import type { EventListing } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMonth } from '../../time/format';
import { Ponds } from '../../ui/Brand';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { LoadMore } from '../../ui/LoadMore';
import { Segmented } from '../../ui/Segmented';
import { Empty, LoadFailed } from '../../ui/States';
import { useDebounced } from '../../ui/useDebounced';
import { usePages } from '../../ui/usePages';
import { useTitle } from '../../ui/useTitle';
import type { Filters, When } from './filters';
import { eventQuery, filtersFrom, searchFrom } from './filters';
import { eventMessages } from './messages';
import { CalendarLeaf, KindTag, ListingPlaces, StatusTag, TimeRange, useNearness } from './parts';
import { monthKey } from './relativeDay';
import './events.css';

const TYPING_MS = 300;

/** What is on, from every service, in one list by month. */
export function EventListPage() {
  const t = useMessages(eventMessages);
  useTitle('');
  const [search, setSearch] = useSearchParams();
  const filters = filtersFrom(search);
  const change = (next: Partial<Filters>) =>
    setSearch(searchFrom({ ...filters, ...next }), { replace: true });
  return (
    <>
      <section className="hero" aria-labelledby="headline">
        <Ponds className="hero__ponds" />
        <div className="hero__inner">
          <h1 id="headline">{t.headline}</h1>
          <p>{t.lead}</p>
          <SearchBox value={filters.query} onChange={(query) => change({ query })} />
        </div>
      </section>
      <div className="page event-list">
        <FilterBar filters={filters} change={change} />
        <EventList filters={filters} clear={() => setSearch({}, { replace: true })} />
      </div>
    </>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useMessages(eventMessages);
  const [typed, setTyped] = useState(value);
  const settled = useDebounced(typed, TYPING_MS);
  useEffect(() => {
    if (settled !== value) {
      onChange(settled);
    }
    // Only what was typed moves the address; the address does not move what is being typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <form className="search" role="search" onSubmit={(event) => event.preventDefault()}>
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={t.search}
        placeholder={t.searchHint}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}

function FilterBar({
  filters,
  change,
}: {
  filters: Filters;
  change: (next: Partial<Filters>) => void;
}) {
  const t = useMessages(eventMessages);
  return (
    <div className="filters">
      <Segmented
        label={t.kindFilter}
        choices={[
          { value: 'all', label: t.all },
          { value: 'fair', label: t.kinds.fair },
          { value: 'competition', label: t.kinds.competition },
          { value: 'forum', label: t.kinds.forum },
        ]}
        value={filters.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className="filters__when">
        <select
          className="input"
          aria-label={t.whenFilter}
          value={filters.when}
          onChange={(event) => change({ when: event.target.value as When })}
        >
          <option value="any">{t.anyTime}</option>
          <option value="week">{t.week}</option>
          <option value="month">{t.month}</option>
          <option value="day">{t.fromDay}</option>
        </select>
        {filters.when === 'day' && (
          <input
            className="input"
            type="date"
            aria-label={t.day}
            value={filters.day}
            onChange={(event) => change({ day: event.target.value })}
          />
        )}
      </div>
    </div>
  );
}

function EventList({ filters, clear }: { filters: Filters; clear: () => void }) {
  const t = useMessages(eventMessages);
  const { language } = useLanguage();
  const query = eventQuery(filters, new Date());
  const pages = usePages(['events', query], (cursor, signal) => listEvents(query, cursor, signal));
  if (pages.isPending) {
    return <ListSkeleton />;
  }
  if (pages.isError) {
    return <LoadFailed error={pages.error} retry={() => void pages.refetch()} />;
  }
  if (pages.items.length === 0) {
    const narrowed = Object.keys(query).length > 0;
    return (
      <Empty title={narrowed ? t.noMatch : t.none}>
        <p>{narrowed ? t.noMatchLead : t.noneLead}</p>
        {narrowed && <Button onClick={clear}>{t.clear}</Button>}
      </Empty>
    );
  }
  return (
    <div className="stack stack--l">
      {byMonth(pages.items).map((events) => (
        <section key={events[0].eventId} className="month">
          <h2 className="month__name">{formatMonth(events[0].startsAt, language)}</h2>
          <ul className="month__events">
            {events.map((event) => (
              <EventRow key={event.eventId} event={event} />
            ))}
          </ul>
        </section>
      ))}
      <LoadMore pages={pages} />
    </div>
  );
}

function EventRow({ event }: { event: EventListing }) {
  const text = useText();
  const near = useNearness()(event);
  return (
    <li className={`event kind--${event.kind}${event.status === 'cancelled' ? ' event--off' : ''}`}>
      <CalendarLeaf event={event} />
      <div className="event__main">
        <div className="event__tags">
          <KindTag kind={event.kind} />
          <StatusTag status={event.status} />
          {near !== '' && <span className="event__near">{near}</span>}
        </div>
        <h3 className="event__title">
          <Link href={`/events/${event.eventId}`}>{text(event.title)}</Link>
        </h3>
        <p className="event__summary">{text(event.summary)}</p>
      </div>
      <div className="event__facts">
        <p>
          <Icon name="clock" />
          <TimeRange from={event.startsAt} to={event.endsAt} />
        </p>
        <p>
          <Icon name="pin" />
          <span>{text(event.venue.name)}</span>
        </p>
        <ListingPlaces event={event} />
      </div>
    </li>
  );
}

function ListSkeleton() {
  return (
    <div className="month__events" aria-hidden="true">
      {[70, 55, 80, 60].map((width) => (
        <div key={width} className="event">
          <span className="leaf skeleton" />
          <div className="event__main stack stack--s">
            <span className="skeleton" style={{ width: '6rem' }} />
            <span className="skeleton" style={{ width: `${width}%`, height: '1.4em' }} />
            <span className="skeleton" style={{ width: '90%' }} />
          </div>
        </div>
      ))}
    </div>
  );
}

type Group = [EventListing, ...EventListing[]];

function byMonth(events: readonly EventListing[]): Group[] {
  const groups: Group[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last !== undefined && monthKey(last[0].startsAt) === monthKey(event.startsAt)) {
      last.push(event);
    } else {
      groups.push([event]);
    }
  }
  return groups;
}
