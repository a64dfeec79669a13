import { Link } from 'wouter';
import { listMyRegistrations } from '../../api/events';
import type { Registration, RegistrationStatus } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { LoadMore } from '../../ui/LoadMore';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { usePages } from '../../ui/usePages';
import { useTitle } from '../../ui/useTitle';
import { CalendarLeaf, KindTag, TimeRange, useNearness } from '../events/parts';
import '../events/events.css';
import { RequireSignIn } from '../session/RequireSignIn';
import { OfferedTickets } from './OfferedTickets';
import { registrationMessages } from './messages';
import './registration.css';

/** The person's tickets, what comes next first. */
export default function TicketsPage() {
  return <RequireSignIn>{() => <Tickets />}</RequireSignIn>;
}

function Tickets() {
  const t = useMessages(registrationMessages);
  useTitle(t.myTickets);
  const pages = usePages(['registrations', 'mine'], listMyRegistrations);
  const now = Date.now();
  const ahead = pages.items
    .filter((item) => Date.parse(item.endsAt) > now && !ENDED.has(item.status))
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const rest = pages.items.filter((item) => !ahead.includes(item));
  return (
    <div className="page page--reading stack">
      <div className="row row--apart">
        <h1>{t.myTickets}</h1>
        <ButtonLink href="/agenda" icon="calendar">
          {t.myAgenda}
        </ButtonLink>
      </div>
      <OfferedTickets />
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
          <ButtonLink look="primary" href="/">
            {t.browse}
          </ButtonLink>
        </Empty>
      )}
      <TicketList title={t.upcoming} registrations={ahead} />
      <TicketList title={t.past} registrations={rest} />
      <LoadMore pages={pages} />
    </div>
  );
}

function TicketList({
  title,
  registrations,
}: {
  title: string;
  registrations: readonly Registration[];
}) {
  if (registrations.length === 0) {
    return null;
  }
  return (
    <section>
      <h2 className="month__name">{title}</h2>
      <ul className="month__events">
        {registrations.map((registration) => (
          <TicketRow key={registration.id} registration={registration} />
        ))}
      </ul>
    </section>
  );
}

function TicketRow({ registration }: { registration: Registration }) {
  const text = useText();
  const near = useNearness()(registration);
  return (
    <li
      className={`event event--ticket kind--${registration.kind}${ENDED.has(registration.status) ? ' event--off' : ''}`}
    >
      <CalendarLeaf event={registration} />
      <div className="event__main">
        <div className="event__tags">
          <KindTag kind={registration.kind} />
          <RegistrationStatusTag status={registration.status} />
          {near !== '' && <span className="event__near">{near}</span>}
        </div>
        <h3 className="event__title">
          <Link href={`/tickets/${registration.id}`}>{text(registration.eventTitle)}</Link>
        </h3>
        <div className="event__facts">
          <p>
            <Icon name="clock" />
            <TimeRange from={registration.startsAt} to={registration.endsAt} />
          </p>
          <p>
            <Icon name="pin" />
            <span>{text(registration.venue.name)}</span>
          </p>
        </div>
      </div>
    </li>
  );
}

const LOOK: Readonly<Record<RegistrationStatus, string>> = {
  confirmed: 'tag tag--good',
  cancelled: 'tag tag--bad',
  'checked-in': 'tag',
  requested: 'tag',
  waiting: 'tag',
  offered: 'tag tag--good',
  rejected: 'tag tag--bad',
  'offer-expired': 'tag tag--bad',
};

/** Of these nothing more comes. */
const ENDED: ReadonlySet<RegistrationStatus> = new Set(['cancelled', 'rejected', 'offer-expired']);

/** Where a registration stands. */
export function RegistrationStatusTag({ status }: { status: RegistrationStatus }) {
  const t = useMessages(registrationMessages);
  return <span className={LOOK[status]}>{t.statuses[status]}</span>;
}
