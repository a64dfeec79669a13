import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import { listEvents } from '../../api/events';
import { listOwned } from '../../api/owners';
import type {
  EventKind,
  EventRequest,
  Owned,
  PublicationStatus,
  SessionPerson,
} from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Empty, Skeleton } from '../../ui/States';
import { usePages } from '../../ui/usePages';
import { useTitle } from '../../ui/useTitle';
import { eventMessages } from '../events/messages';
import { CalendarLeaf, KindTag, TimeRange } from '../events/parts';
import { deskPath, holds } from '../session/session';
import { deskMessages } from './messages';

const KINDS = ['fair', 'competition', 'forum'] as const;

type Row = EventRequest & Owned & { kind: EventKind };

/** Everything that the person may manage, over the three services, and the doors to keep. */
export function OverviewPage({ person }: { person: SessionPerson }) {
  const t = useMessages(deskMessages);
  useTitle(t.title);
  const organises = holds(person, 'organiser') || holds(person, 'administrator');
  return (
    <div className="page">
      <header className="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        {organises && (
          <nav className="row" aria-label={t.create}>
            {KINDS.map((kind) => (
              <ButtonLink key={kind} icon="plus" href={`/desk/new/${kind}`}>
                {t.createKind[kind]}
              </ButtonLink>
            ))}
          </nav>
        )}
      </header>
      {organises ? <OwnEvents /> : <Doors person={person} />}
    </div>
  );
}

function OwnEvents() {
  const t = useMessages(deskMessages);
  const kinds = useMessages(eventMessages).kinds;
  const queries = useQueries({
    queries: KINDS.map((kind) => ({
      queryKey: ['owned', kind],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Row[]> =>
        (await listOwned(kind, undefined, signal)).items.map((item) => ({ ...item, kind })),
    })),
  });
  const rows = queries
    .flatMap((query) => query.data ?? [])
    .toSorted((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt));
  const pending = queries.some((query) => query.isPending);
  return (
    <div className="stack">
      {queries.map((query, index) => {
        const kind = KINDS[index];
        return query.isError && kind !== undefined ? (
          <p key={kind} className="note note--warn" role="alert">
            <Icon name="alert" />
            {t.partAway(kinds[kind])}
          </p>
        ) : null;
      })}
      {pending && <Skeleton lines={5} />}
      {!pending && rows.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <ul className="month__events">
          {rows.map((row) => (
            <OwnEvent key={row.id} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

function OwnEvent({ row }: { row: Row }) {
  const t = useMessages(deskMessages);
  const text = useText();
  return (
    <li className={`event desk-event kind--${row.kind}`}>
      <CalendarLeaf event={row} />
      <div className="event__main">
        <div className="event__tags">
          <KindTag kind={row.kind} />
          <PublicationTag status={row.status} />
        </div>
        <h2 className="event__title">
          <Link href={deskPath(row.kind, row.id)}>{text(row.title)}</Link>
        </h2>
        <p className="event__summary">
          <TimeRange from={row.startsAt} to={row.endsAt} /> · {text(row.venue.name)}
        </p>
      </div>
      {row.status === 'published' && (
        <div className="desk-event__ways">
          <ButtonLink icon="people" href={`${deskPath(row.kind, row.id)}/registrations`}>
            {t.tabs.registrations}
          </ButtonLink>
          <ButtonLink icon="scan" href={`/desk/door/${row.id}`}>
            {t.door}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}

/** For door staff: the events of the organisations whose doors they keep. */
function Doors({ person }: { person: SessionPerson }) {
  const t = useMessages(deskMessages);
  const text = useText();
  const pages = usePages(['events', {}], (cursor, signal) => listEvents({}, cursor, signal));
  const events = pages.items.filter(
    (event) => event.status !== 'cancelled' && holds(person, 'door-staff', event.organisationId),
  );
  if (pages.isPending) {
    return <Skeleton lines={5} />;
  }
  return events.length === 0 ? (
    <Empty title={t.none} />
  ) : (
    <ul className="month__events">
      {events.map((event) => (
        <li key={event.eventId} className={`event desk-event kind--${event.kind}`}>
          <CalendarLeaf event={event} />
          <div className="event__main">
            <KindTag kind={event.kind} />
            <h2 className="event__title">
              <Link href={`/desk/door/${event.eventId}`}>{text(event.title)}</Link>
            </h2>
            <p className="event__summary">
              <TimeRange from={event.startsAt} to={event.endsAt} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const LOOK: Readonly<Record<PublicationStatus, string>> = {
  draft: 'tag',
  published: 'tag tag--good',
  cancelled: 'tag tag--bad',
};

/** Whether the public sees it. */
export function PublicationTag({ status }: { status: PublicationStatus }) {
  const t = useMessages(deskMessages);
  return <span className={LOOK[status]}>{t.statuses[status]}</span>;
}
