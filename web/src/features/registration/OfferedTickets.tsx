import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import type { GivenAnswers, Question } from '../../api/forms';
import { acceptTicket, declineTicket, listOfferedTickets } from '../../api/transfers';
import type { OfferedTicket } from '../../api/transfers';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { KindTag, TimeRange, VenueLine } from '../events/parts';
import { QuestionFields, useForm } from './QuestionFields';
import { answersToSend } from './answers';
import { registrationMessages } from './messages';

/** The tickets that others want to pass on to the caller; nothing where there are none. */
export function OfferedTickets() {
  const t = useMessages(registrationMessages);
  const offered = useQuery({
    queryKey: ['transfers'],
    queryFn: ({ signal }) => listOfferedTickets(signal),
  });
  if (offered.data === undefined || offered.data.length === 0) {
    return null;
  }
  return (
    <section className="stack">
      <h2 className="month__name">{t.offeredTitle}</h2>
      {offered.data.map((ticket) => (
        <Offered key={ticket.registrationId} ticket={ticket} />
      ))}
    </section>
  );
}

function Offered({ ticket }: { ticket: OfferedTicket }) {
  const t = useMessages(registrationMessages);
  const text = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const [, navigate] = useLocation();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['transfers'] }),
      client.invalidateQueries({ queryKey: ['registrations'] }),
    ]);
  const form = useForm(ticket.eventId);
  const [asking, setAsking] = useState(false);
  const accept = useMutation({
    mutationFn: (answers: GivenAnswers) => acceptTicket(ticket.registrationId, answers),
    onSuccess: async (registration) => {
      client.setQueryData(['registration', registration.id], registration);
      toast(t.accepted);
      await refresh();
      navigate(`/tickets/${registration.id}`);
    },
    onError: () => client.invalidateQueries({ queryKey: ['form', ticket.eventId] }),
  });
  const questions = form.data?.questions ?? [];
  const decline = useMutation({
    mutationFn: () => declineTicket(ticket.registrationId),
    onSuccess: async () => {
      toast(t.declined);
      await refresh();
    },
  });
  return (
    <article className={`card stack stack--s kind--${ticket.kind}`}>
      <div className="row">
        <KindTag kind={ticket.kind} />
        <span className="soft small">{text(ticket.ticketType.name)}</span>
      </div>
      <h3>{text(ticket.eventTitle)}</h3>
      <p className="soft">
        <TimeRange from={ticket.startsAt} to={ticket.endsAt} />
        <br />
        <VenueLine venue={ticket.venue} />
      </p>
      <p>{t.offeredBy(ticket.fromName, formatMoment(ticket.until, language))}</p>
      <ProblemNote error={form.error ?? (asking ? null : accept.error) ?? decline.error} />
      <div className="row">
        <Button
          look="primary"
          busy={accept.isPending || form.isPending}
          disabled={form.data === undefined}
          onClick={() => (questions.length === 0 ? accept.mutate({}) : setAsking(true))}
        >
          {t.accept}
        </Button>
        <Button busy={decline.isPending} onClick={() => decline.mutate()}>
          {t.decline}
        </Button>
      </div>
      {asking && (
        <AcceptDialog
          questions={questions}
          busy={accept.isPending}
          error={accept.error}
          onAccept={accept.mutate}
          onClose={() => {
            accept.reset();
            setAsking(false);
          }}
        />
      )}
    </article>
  );
}

/** The recipient answers for themselves: what the one before answered does not come along. */
function AcceptDialog({
  questions,
  busy,
  error,
  onAccept,
  onClose,
}: {
  questions: readonly Question[];
  busy: boolean;
  error: unknown;
  onAccept: (answers: GivenAnswers) => void;
  onClose: () => void;
}) {
  const t = useMessages(registrationMessages);
  const [answers, setAnswers] = useState<GivenAnswers>({});
  const send = (submit: SyntheticEvent) => {
    submit.preventDefault();
    onAccept(answersToSend(questions, answers));
  };
  return (
    <Dialog title={t.acceptTitle} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <p>{t.acceptLead}</p>
        <FieldErrorsOf error={error}>
          <QuestionFields questions={questions} answers={answers} onChange={setAnswers} />
        </FieldErrorsOf>
        <ProblemNote error={error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t.back}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t.accept}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
