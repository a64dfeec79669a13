import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { getEvent, register } from '../../api/events';
import type { GivenAnswers, Question } from '../../api/forms';
import { Problem } from '../../api/problem';
import type { EventDetails, RegistrationRequest, Team, TicketType } from '../../api/types';
import { joinWaiting } from '../../api/waiting';
import { useMessages, useText } from '../../i18n/language';
import { Button, ButtonLink } from '../../ui/Button';
import { FieldErrorsOf } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useSubmission } from '../../ui/useSubmission';
import { useTitle } from '../../ui/useTitle';
import { TimeRange, VenueLine } from '../events/parts';
import { RequireSignIn } from '../session/RequireSignIn';
import { useMe } from '../session/session';
import { QuestionFields, useForm } from './QuestionFields';
import { TeamFields, emptyTeam, trimmedTeam } from './TeamFields';
import { TypeChoice, availability } from './TypeChoice';
import { answersToSend } from './answers';
import { registrationMessages } from './messages';
import './registration.css';

/** Choosing a ticket type, or the waiting list of one that is full; answering what is asked. */
export default function RegisterPage({ eventId }: { eventId: string }) {
  return <RequireSignIn>{() => <Register eventId={eventId} />}</RequireSignIn>;
}

function Register({ eventId }: { eventId: string }) {
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const form = useForm(eventId);
  const me = useMe();
  if (event.isError || form.isError) {
    return (
      <LoadFailed
        error={event.error ?? form.error}
        retry={() => void Promise.all([event.refetch(), form.refetch()])}
      />
    );
  }
  if (event.isPending || form.isPending || me.isPending) {
    return (
      <div className="page page--narrow">
        <Skeleton lines={5} />
      </div>
    );
  }
  return (
    <Form
      event={event.data}
      questions={form.data.questions}
      captain={{ name: me.data?.name ?? '', phone: me.data?.phone ?? '' }}
    />
  );
}

/** A wish for a place, at once or in turn. */
interface Wish {
  waits: boolean;
  request: RegistrationRequest;
}

/** Sends a wish, and goes to what came of it. */
function useWish(event: EventDetails) {
  const t = useMessages(registrationMessages);
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['event', event.eventId] });
    void client.invalidateQueries({ queryKey: ['registrations'] });
    void client.invalidateQueries({ queryKey: ['form', event.eventId] });
  };
  return useSubmission(
    async ({ waits, request }: Wish, key: string) => {
      try {
        return waits
          ? (await joinWaiting(event.eventId, request, key)).registrationId
          : (await register(event.eventId, request, key)).id;
      } catch (error) {
        // What was refused may be so because something has changed since it was shown.
        refresh();
        throw error;
      }
    },
    (id, { waits }) => {
      refresh();
      toast(waits ? t.joined : t.done);
      navigate(`/tickets/${id}`, { replace: true });
    },
  );
}

/** The type of which the service has just said that it is full, whatever the page shows. */
function foundFull(submission: ReturnType<typeof useWish>): string | undefined {
  return submission.error instanceof Problem && submission.error.slug === 'full'
    ? submission.variables?.request.ticketTypeId
    : undefined;
}

function Form({
  event,
  questions,
  captain,
}: {
  event: EventDetails;
  questions: readonly Question[];
  captain: { name: string; phone: string };
}) {
  const t = useMessages(registrationMessages);
  const text = useText();
  useTitle(t.title);
  const submission = useWish(event);
  const full = foundFull(submission);
  const now = Date.now();
  const stateOf = (type: TicketType) => availability(type, event, type.id === full, now);
  const first =
    event.ticketTypes.find((type) => stateOf(type) === 'open') ??
    event.ticketTypes.find((type) => stateOf(type) === 'wait');
  const [typeId, setTypeId] = useState(first?.id ?? '');
  const chosen = event.ticketTypes.find(({ id }) => id === typeId);
  const [team, setTeam] = useState<Team>(() => emptyTeam(chosen?.team, captain));
  const [answers, setAnswers] = useState<GivenAnswers>({});
  const waits = chosen !== undefined && stateOf(chosen) === 'wait';
  if (event.mine !== undefined && !submission.isPending) {
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
    submission.mutate({
      waits,
      request: {
        ticketTypeId: typeId,
        ...(chosen?.team === undefined ? {} : { team: trimmedTeam(team) }),
        ...(questions.length === 0 ? {} : { answers: answersToSend(questions, answers) }),
      },
    });
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
          <TypeChoice
            types={event.ticketTypes}
            stateOf={stateOf}
            value={typeId}
            onChange={setTypeId}
          />
          {chosen?.team !== undefined && (
            <TeamFields size={chosen.team} team={team} onChange={setTeam} />
          )}
          <QuestionFields questions={questions} answers={answers} onChange={setAnswers} />
        </FieldErrorsOf>
        {first === undefined && <p className="note note--warn">{t.noTypes}</p>}
        {waits && <p className="note">{t.joinLead}</p>}
        <ProblemNote error={submission.error} />
        <Button
          type="submit"
          look="primary"
          wide
          busy={submission.isPending}
          disabled={chosen === undefined}
        >
          {waits ? t.join : t.submit}
        </Button>
        <p className="soft small">{t.privacy}</p>
      </form>
    </div>
  );
}
