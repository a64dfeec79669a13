import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useSearchParams } from 'wouter';
import { getEvent } from '../../api/events';
import type { GivenAnswers, Question } from '../../api/forms';
import type { EventDetails, Team, TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button, ButtonLink } from '../../ui/Button';
import { FieldErrorsOf, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { TimeRange, VenueLine } from '../events/parts';
import { RequireSignIn } from '../session/RequireSignIn';
import { useMe } from '../session/session';
import { GroupFields, groupToSend, takesGroups } from './GroupFields';
import type { GroupDraft } from './GroupFields';
import { QuestionFields, useForm } from './QuestionFields';
import { TeamFields, emptyTeam, trimmedTeam } from './TeamFields';
import { TypeChoice, availability } from './TypeChoice';
import { answersToSend } from './answers';
import { registrationMessages } from './messages';
import { foundFull, useWish } from './useWish';
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
  useTitle(t.title);
  const [search] = useSearchParams();
  const invited = search.get('code') ?? '';
  const submission = useWish(event);
  const full = foundFull(submission);
  const now = Date.now();
  const stateOf = (type: TicketType) => availability(type, event, type.id === full, now);
  const first = firstOf(event.ticketTypes, stateOf, invited !== '');
  const [typeId, setTypeId] = useState(first?.id ?? '');
  const chosen = event.ticketTypes.find(({ id }) => id === typeId);
  const [code, setCode] = useState(invited);
  const [team, setTeam] = useState<Team>(() => emptyTeam(chosen?.team, captain));
  const [wanted, setGroup] = useState<GroupDraft>();
  const [answers, setAnswers] = useState<GivenAnswers>({});
  const group = takesGroups(event, chosen) ? wanted : undefined;
  const waits = chosen !== undefined && (group !== undefined || stateOf(chosen) === 'wait');
  const limit = event.perPersonLimit ?? 1;
  if (event.mine !== undefined && limit === 1 && !submission.isPending) {
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
        ...(chosen?.invitationOnly === true ? { code: code.trim() } : {}),
        ...(chosen?.team === undefined ? {} : { team: trimmedTeam(team) }),
        ...(group === undefined ? {} : { group: groupToSend(group) }),
        ...(questions.length === 0 ? {} : { answers: answersToSend(questions, answers) }),
      },
    });
  };
  return (
    <div className="page page--narrow stack">
      <Head event={event} />
      {event.mine !== undefined && <p className="note">{t.another(limit)}</p>}
      <form className="stack" onSubmit={send}>
        <FieldErrorsOf error={submission.error}>
          <TypeChoice
            types={event.ticketTypes}
            stateOf={stateOf}
            value={typeId}
            onChange={setTypeId}
          />
          {chosen?.invitationOnly === true && (
            <TextField
              label={t.code}
              name="code"
              hint={t.codeHint}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              value={code}
              onChange={setCode}
            />
          )}
          {chosen?.team !== undefined && (
            <TeamFields size={chosen.team} team={team} onChange={setTeam} />
          )}
          {takesGroups(event, chosen) && (
            <GroupFields event={event} group={group} first={captain} onChange={setGroup} />
          )}
          <QuestionFields questions={questions} answers={answers} onChange={setAnswers} />
        </FieldErrorsOf>
        {first === undefined && <p className="note note--warn">{t.noTypes}</p>}
        {waits && group === undefined && <p className="note">{t.joinLead}</p>}
        {chosen?.needsApproval === true && <p className="note">{t.requestLead}</p>}
        <ProblemNote error={submission.error} />
        <Button
          type="submit"
          look="primary"
          wide
          busy={submission.isPending}
          disabled={chosen === undefined}
        >
          {waits ? t.join : chosen?.needsApproval === true ? t.request : t.submit}
        </Button>
        <p className="soft small">{t.privacy}</p>
      </form>
    </div>
  );
}

/** What is chosen at first: what can be had at once, by those who are invited or by everybody. */
function firstOf(
  types: readonly TicketType[],
  stateOf: (type: TicketType) => string,
  invited: boolean,
): TicketType | undefined {
  const had = (state: string) => types.filter((type) => stateOf(type) === state);
  const fits = ({ invitationOnly }: TicketType) => (invitationOnly === true) === invited;
  const candidates = [...had('open'), ...had('wait')];
  return candidates.find(fits) ?? candidates[0];
}

function Head({ event }: { event: EventDetails }) {
  const t = useMessages(registrationMessages);
  const text = useText();
  return (
    <>
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
    </>
  );
}
