import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { getEvent, register } from '../../api/events';
import type { EventDetails, RegistrationRequest, Team, TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button, ButtonLink } from '../../ui/Button';
import { FieldErrorsOf } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useSubmission } from '../../ui/useSubmission';
import { useTitle } from '../../ui/useTitle';
import { RegistrationWindow, TimeRange, VenueLine } from '../events/parts';
import { RequireSignIn } from '../session/RequireSignIn';
import { useMe } from '../session/session';
import { TeamFields, emptyTeam, trimmedTeam } from './TeamFields';
import { registrationMessages } from './messages';
import './registration.css';

/** Choosing a ticket type and, for a team competition, naming the team. */
export default function RegisterPage({ eventId }: { eventId: string }) {
  return <RequireSignIn>{() => <Register eventId={eventId} />}</RequireSignIn>;
}

function Register({ eventId }: { eventId: string }) {
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const me = useMe();
  if (event.isError) {
    return <LoadFailed error={event.error} retry={() => void event.refetch()} />;
  }
  if (event.isPending || me.isPending) {
    return (
      <div className="page page--narrow">
        <Skeleton lines={5} />
      </div>
    );
  }
  return (
    <Form event={event.data} captain={{ name: me.data?.name ?? '', phone: me.data?.phone ?? '' }} />
  );
}

function Form({
  event,
  captain,
}: {
  event: EventDetails;
  captain: { name: string; phone: string };
}) {
  const t = useMessages(registrationMessages);
  const text = useText();
  useTitle(t.title);
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const open = event.ticketTypes.filter((type) => availability(type) === 'open');
  const [typeId, setTypeId] = useState(open[0]?.id ?? '');
  const chosen = event.ticketTypes.find(({ id }) => id === typeId);
  const [team, setTeam] = useState<Team>(() => emptyTeam(chosen?.team, captain));
  const submission = useSubmission(
    (request: RegistrationRequest, key: string) => register(event.eventId, request, key),
    (registration) => {
      void client.invalidateQueries({ queryKey: ['event', event.eventId] });
      void client.invalidateQueries({ queryKey: ['registrations'] });
      client.setQueryData(['registration', registration.id], registration);
      toast(t.done);
      navigate(`/tickets/${registration.id}`, { replace: true });
    },
  );
  if (event.mine !== undefined) {
    return (
      <Empty title={t.already}>
        <ButtonLink look="primary" icon="ticket" href={`/tickets/${event.mine}`}>
          {t.seeTicket}
        </ButtonLink>
      </Empty>
    );
  }
  const send = (submit: SyntheticEvent) => {
    submit.preventDefault();
    submission.mutate(
      chosen?.team === undefined
        ? { ticketTypeId: typeId }
        : { ticketTypeId: typeId, team: trimmedTeam(team) },
    );
  };
  return (
    <div className="page page--narrow stack">
      <Link className="back" href={`/events/${event.eventId}`}>
        <Icon name="back" />
        {t.to(text(event.title))}
      </Link>
      <header className="stack stack--s">
        <h1>{t.title}</h1>
        <p className="soft">
          <TimeRange from={event.startsAt} to={event.endsAt} />
          <br />
          <VenueLine venue={event.venue} />
        </p>
      </header>
      <form className="stack" onSubmit={send}>
        <FieldErrorsOf error={submission.error}>
          <TypeChoice types={event.ticketTypes} value={typeId} onChange={setTypeId} />
          {chosen?.team !== undefined && (
            <TeamFields size={chosen.team} team={team} onChange={setTeam} />
          )}
        </FieldErrorsOf>
        {open.length === 0 && <p className="note note--warn">{t.noTypes}</p>}
        <ProblemNote error={submission.error} />
        <Button
          type="submit"
          look="primary"
          wide
          busy={submission.isPending}
          disabled={chosen === undefined}
        >
          {t.submit}
        </Button>
        <p className="soft small">{t.privacy}</p>
      </form>
    </div>
  );
}

function TypeChoice({
  types,
  value,
  onChange,
}: {
  types: readonly TicketType[];
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const notes = { open: undefined, full: t.full, early: t.notOpen, late: t.closed } as const;
  return (
    <fieldset className="stack stack--s">
      <legend className="field__label choice__legend">{t.chooseType}</legend>
      {types.map((type) => {
        const state = availability(type);
        return (
          <label key={type.id} className="choice">
            <input
              type="radio"
              name="ticketTypeId"
              value={type.id}
              checked={type.id === value}
              disabled={state !== 'open'}
              onChange={() => onChange(type.id)}
            />
            <span className="choice__text">
              <strong>{text(type.name)}</strong>
              <span className="soft small">
                <RegistrationWindow type={type} />
              </span>
            </span>
            <span className={state === 'open' ? 'tag tag--good' : 'tag'}>
              {notes[state] ?? t.left(type.capacity - type.taken)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function availability(type: TicketType): 'open' | 'full' | 'early' | 'late' {
  const now = Date.now();
  if (now < Date.parse(type.opensAt)) {
    return 'early';
  }
  if (now >= Date.parse(type.closesAt)) {
    return 'late';
  }
  return type.taken >= type.capacity ? 'full' : 'open';
}
