import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { getEvent } from '../../api/events';
import type { EventDetails, TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { LoadFailed, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { Conditions } from '../registration/TypeChoice';
import { organisationsOf, useSession } from '../session/session';
import { AgendaSection } from './AgendaSection';
import { BoothsSection } from './BoothsSection';
import { CompetitionSection } from './CompetitionSection';
import { eventMessages } from './messages';
import { KindTag, Places, RegistrationWindow, StatusTag, TimeRange, useNearness } from './parts';
import './events.css';

/** One event: what, when, where, the ways in, and what its kind has to show. */
export default function EventPage({ eventId }: { eventId: string }) {
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  if (event.isPending) {
    return (
      <div className="page">
        <Skeleton lines={6} />
      </div>
    );
  }
  if (event.isError) {
    return <LoadFailed error={event.error} retry={() => void event.refetch()} />;
  }
  return <Event event={event.data} />;
}

function Event({ event }: { event: EventDetails }) {
  const text = useText();
  useTitle(text(event.title));
  return (
    <article className={`kind--${event.kind}`}>
      <EventHead event={event} />
      <div className="page event-body">
        <aside className="event-aside">
          <Facts event={event} />
          <TicketTypes event={event} />
        </aside>
        <div className="stack stack--l">
          {event.kind === 'fair' && <BoothsSection event={event} />}
          {event.kind === 'competition' && <CompetitionSection event={event} />}
          {event.kind === 'forum' && <AgendaSection event={event} />}
        </div>
      </div>
    </article>
  );
}

function EventHead({ event }: { event: EventDetails }) {
  const t = useMessages(eventMessages);
  const text = useText();
  const near = useNearness()(event);
  return (
    <header className="event-head">
      <div className="event-head__inner">
        <Link href="/" className="back">
          <Icon name="back" />
          {t.back}
        </Link>
        <div className="row">
          <KindTag kind={event.kind} />
          <StatusTag status={event.status} />
          {near !== '' && <span className="event__near">{near}</span>}
        </div>
        <h1>{text(event.title)}</h1>
        <p className="event-head__summary">{text(event.summary)}</p>
        {event.status === 'cancelled' && (
          <div className="note note--bad" role="note">
            <Icon name="alert" />
            <p>
              <strong>{t.cancelledTitle}</strong>
              <br />
              {event.reason !== undefined && (
                <>
                  {t.cancelledReason(text(event.reason))}
                  <br />
                </>
              )}
              {t.cancelledLead}
            </p>
          </div>
        )}
      </div>
    </header>
  );
}

function Facts({ event }: { event: EventDetails }) {
  const t = useMessages(eventMessages);
  const text = useText();
  return (
    <dl className="facts">
      <div className="facts__fact">
        <Icon name="clock" />
        <div>
          <dt>{t.when}</dt>
          <dd>
            <TimeRange from={event.startsAt} to={event.endsAt} />
          </dd>
        </div>
      </div>
      <div className="facts__fact">
        <Icon name="pin" />
        <div>
          <dt>{t.where}</dt>
          <dd>
            {text(event.venue.name)}
            <small>{text(event.venue.address)}</small>
          </dd>
        </div>
      </div>
    </dl>
  );
}

function TicketTypes({ event }: { event: EventDetails }) {
  const t = useMessages(eventMessages);
  const { data: session } = useSession();
  const coordinates = organisationsOf(session?.person, 'school-coordinator').length > 0;
  const waits = event.status === 'full' && event.waitingList === true;
  const canRegister = (event.status === 'open' || waits) && event.mine === undefined;
  return (
    <section className="card" aria-labelledby="tickets">
      <h2 id="tickets">{t.ticketsTitle}</h2>
      <ul>
        {event.ticketTypes.map((type) => (
          <TicketTypeRow key={type.id} type={type} />
        ))}
      </ul>
      {coordinates && (
        <ButtonLink wide icon="people" href={`/events/${event.eventId}/delegation`}>
          {t.delegation}
        </ButtonLink>
      )}
      {(canRegister || event.mine !== undefined) && (
        <div className="act-bar">
          {event.mine === undefined ? (
            <ButtonLink look="primary" wide href={`/events/${event.eventId}/register`}>
              {waits ? t.join : t.register}
            </ButtonLink>
          ) : (
            <ButtonLink look="primary" wide icon="ticket" href={`/tickets/${event.mine}`}>
              {t.myTicket}
            </ButtonLink>
          )}
        </div>
      )}
    </section>
  );
}

function TicketTypeRow({ type }: { type: TicketType }) {
  const t = useMessages(eventMessages);
  const text = useText();
  return (
    <li className="ticket-type">
      <span className="ticket-type__name">{text(type.name)}</span>
      <Places capacity={type.capacity} taken={type.taken} />
      <span className="soft small">
        {type.team !== undefined && (
          <>
            {t.team(type.team.minMembers, type.team.maxMembers)}
            <br />
          </>
        )}
        <RegistrationWindow type={type} />
      </span>
      <Conditions type={type} />
    </li>
  );
}
