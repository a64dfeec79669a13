import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listDelegations } from '../../api/delegations';
import { getEvent, listRegistrations, rosterFile } from '../../api/events';
import type { RegistrationRow, RegistrationStatus } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { DownloadLink } from '../../ui/Button';
import { LoadMore } from '../../ui/LoadMore';
import { Segmented } from '../../ui/Segmented';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useDebounced } from '../../ui/useDebounced';
import { usePages } from '../../ui/usePages';
import { SchoolLists } from '../delegation/SchoolLists';
import { totalPlaces } from '../events/parts';
import { RegistrationStatusTag } from '../registration/TicketsPage';
import { registrationMessages } from '../registration/messages';
import { Decision } from './Decision';
import { WaitingDesk } from './WaitingDesk';
import { workMessages } from './workMessages';

const TYPING_MS = 300;

const FILTERS = [
  'confirmed',
  'checked-in',
  'requested',
  'waiting',
  'offered',
  'rejected',
  'cancelled',
  'offer-expired',
] as const;

type View = 'registered' | 'waiting' | 'schools';

/** Who registered, who waits for a place, and whom schools registered. */
export function RegistrationsDesk({ eventId }: { eventId: string }) {
  const t = useMessages(workMessages);
  const [view, setView] = useState<View>('registered');
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const lists = usePages(['delegations', eventId, undefined], (cursor, signal) =>
    listDelegations(eventId, undefined, cursor, signal),
  );
  const choices = [
    { value: 'registered' as View, label: t.registered },
    ...(event.data?.waitingList === true
      ? [{ value: 'waiting' as View, label: t.waitingList }]
      : []),
    ...(lists.items.length > 0 ? [{ value: 'schools' as View, label: t.schools }] : []),
  ];
  return (
    <section className="stack" aria-labelledby="registrations">
      <div className="section-head">
        <h2 id="registrations">{t.registrations}</h2>
        <Count eventId={eventId} />
      </div>
      {choices.length > 1 && (
        <div>
          <Segmented label={t.registrations} choices={choices} value={view} onChange={setView} />
        </div>
      )}
      {view === 'registered' && <Registered eventId={eventId} />}
      {view === 'waiting' && <WaitingDesk eventId={eventId} />}
      {view === 'schools' && event.data !== undefined && <SchoolLists event={event.data} />}
    </section>
  );
}

/** Who registered, searchable. */
function Registered({ eventId }: { eventId: string }) {
  const t = useMessages(workMessages);
  const { statuses } = useMessages(registrationMessages);
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState<RegistrationStatus | ''>('');
  const query = useDebounced(typed.trim(), TYPING_MS);
  const pages = usePages(['registrations', eventId, query, status], (cursor, signal) =>
    listRegistrations(eventId, query, status, cursor, signal),
  );
  return (
    <>
      <div className="row" role="search">
        <input
          className="input list-search"
          type="search"
          aria-label={t.searchPeople}
          placeholder={t.searchPeople}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <select
          className="input list-filter"
          aria-label={t.statusFilter}
          value={status}
          onChange={(event) => setStatus(event.target.value as RegistrationStatus | '')}
        >
          <option value="">{t.anyStatus}</option>
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {statuses[one]}
            </option>
          ))}
        </select>
      </div>
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Empty title={query === '' && status === '' ? t.noRegistrations : t.noMatch} />
      )}
      {pages.items.length > 0 && (
        <>
          <Table rows={pages.items} eventId={eventId} />
          <Files {...{ eventId, query, status }} />
        </>
      )}
      <LoadMore pages={pages} />
    </>
  );
}

/** What is listed, with all answers, to take along. */
function Files({
  eventId,
  query,
  status,
}: {
  eventId: string;
  query: string;
  status: RegistrationStatus | '';
}) {
  const t = useMessages(workMessages);
  return (
    <div className="row">
      {(['xlsx', 'csv'] as const).map((kind) => (
        <DownloadLink key={kind} icon="download" href={rosterFile(eventId, kind, query, status)}>
          {t.files[kind]}
        </DownloadLink>
      ))}
      <span className="soft small">{t.filesLead}</span>
    </div>
  );
}

function Count({ eventId }: { eventId: string }) {
  const t = useMessages(workMessages);
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  if (event.data === undefined) {
    return null;
  }
  const { taken, capacity } = totalPlaces(event.data.ticketTypes);
  return <p className="num">{t.counts(taken, capacity)}</p>;
}

function Table({ rows, eventId }: { rows: readonly RegistrationRow[]; eventId: string }) {
  const t = useMessages(workMessages);
  const text = useText();
  const { language } = useLanguage();
  const asked = rows.some(({ status }) => status === 'requested');
  return (
    <div className="table-frame">
      <table className="table table--cards">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.ticketType}</th>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.status}</th>
            <th scope="col">{t.registeredAt}</th>
            {asked && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td data-label={t.name}>
                <strong>
                  {row.team === undefined ? row.name : `${row.team.name} · ${row.name}`}
                </strong>
              </td>
              <td data-label={t.ticketType}>{text(row.ticketType.name)}</td>
              <td data-label={t.number} className="num">
                {row.ticketNumber}
              </td>
              <td data-label={t.status}>
                <RegistrationStatusTag status={row.status} />
              </td>
              <td data-label={t.registeredAt} className="num">
                {formatMoment(row.createdAt, language)}
              </td>
              {asked && (
                <td>{row.status === 'requested' && <Decision row={row} eventId={eventId} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
