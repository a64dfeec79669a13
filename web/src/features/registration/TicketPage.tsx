import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { getRegistration } from '../../api/events';
import type { Registration, RegistrationStatus } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Icon } from '../../ui/Icon';
import { QrCode } from '../../ui/QrCode';
import { LoadFailed, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { ProgrammeChoice } from '../agenda/ProgrammeChoice';
import { KindTag, TimeRange } from '../events/parts';
import { RequireSignIn } from '../session/RequireSignIn';
import { OwnHeats } from './OwnHeats';
import { RegistrationStatusTag } from './TicketsPage';
import { OfferedNote, OfferedPlace, WaitingNote } from './OfferedPlace';
import { TicketActions } from './TicketActions';
import { TransferTicket } from './TransferTicket';
import { registrationMessages } from './messages';
import './registration.css';

/** Who has a place may choose what to attend. */
const HAS_PLACE: ReadonlySet<RegistrationStatus> = new Set(['confirmed', 'checked-in']);

/** One ticket with its code, as large as the screen allows. */
export default function TicketPage({ registrationId }: { registrationId: string }) {
  return <RequireSignIn>{() => <Loaded id={registrationId} />}</RequireSignIn>;
}

function Loaded({ id }: { id: string }) {
  const t = useMessages(registrationMessages);
  useTitle(t.ticket);
  const registration = useQuery({
    queryKey: ['registration', id],
    queryFn: ({ signal }) => getRegistration(id, signal),
  });
  if (registration.isError) {
    return <LoadFailed error={registration.error} retry={() => void registration.refetch()} />;
  }
  return (
    <div className="page page--narrow stack">
      <Link href="/tickets" className="back">
        <Icon name="back" />
        {t.myTickets}
      </Link>
      {registration.isPending ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Ticket registration={registration.data} />
          {registration.data.kind === 'competition' && registration.data.status !== 'cancelled' && (
            <OwnHeats competitionId={registration.data.eventId} />
          )}
          {registration.data.kind === 'forum' && HAS_PLACE.has(registration.data.status) && (
            <ProgrammeChoice registrationId={id} />
          )}
          {registration.data.status === 'offered' && (
            <OfferedPlace registration={registration.data} />
          )}
          {registration.data.status === 'confirmed' && (
            <TransferTicket registration={registration.data} />
          )}
          <TicketActions registration={registration.data} />
        </>
      )}
    </div>
  );
}

function Ticket({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const { language } = useLanguage();
  const { status, ticket } = registration;
  return (
    <article className={`ticket kind--${registration.kind}`}>
      <header className="ticket__head">
        <div className="row">
          <KindTag kind={registration.kind} />
          <RegistrationStatusTag status={status} />
        </div>
        <h1>{text(registration.eventTitle)}</h1>
      </header>
      <div className="ticket__code">
        {ticket?.token === undefined ? (
          <WhyNoCode registration={registration} />
        ) : (
          <>
            <QrCode value={ticket.token} label={t.qr(ticket.number)} />
            <p className="ticket__number num">{ticket.number}</p>
            <p className="soft small">
              {registration.checkedInAt === undefined
                ? t.showAtDoor
                : t.checkedInAt(formatMoment(registration.checkedInAt, language))}
            </p>
          </>
        )}
      </div>
      <dl className="ticket__facts">
        <div>
          <dt>{t.when}</dt>
          <dd>
            <TimeRange from={registration.startsAt} to={registration.endsAt} />
          </dd>
        </div>
        <div>
          <dt>{t.where}</dt>
          <dd>
            {text(registration.venue.name)}
            <br />
            <span className="soft small">{text(registration.venue.address)}</span>
          </dd>
        </div>
        <div>
          <dt>{t.type}</dt>
          <dd>{text(registration.ticketType.name)}</dd>
        </div>
        {registration.team !== undefined && (
          <div>
            <dt>{t.team}</dt>
            <dd>
              {registration.team.name}
              <br />
              <span className="soft small">
                {registration.team.members.map(({ name }) => name).join(' · ')}
              </span>
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

/** What stands in the code's place while there is none, or none any more. */
function WhyNoCode({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const text = useText();
  switch (registration.status) {
    case 'requested':
      return <p className="note">{t.requestedLead}</p>;
    case 'waiting':
      return <WaitingNote registration={registration} />;
    case 'offered':
      return <OfferedNote registration={registration} />;
    case 'offer-expired':
      return <p className="note note--bad">{t.expiredLead}</p>;
    case 'confirmed':
    case 'checked-in':
    case 'cancelled':
    case 'rejected': {
      const lead = registration.status === 'rejected' ? t.rejectedLead : t.cancelledLead;
      return (
        <div className="note note--bad note--place">
          <p>{lead}</p>
          {registration.reason !== undefined && <p>{t.reasonGiven(text(registration.reason))}</p>}
        </div>
      );
    }
  }
}
