import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Registration } from '../../api/types';
import { leaveOfferedPlace, listMyWaiting, takeOfferedPlace } from '../../api/waiting';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { registrationMessages } from './messages';

/** Where the caller stands in the list with this registration, while that is known. */
function useEntry({ id, eventId }: Registration) {
  const waiting = useQuery({
    queryKey: ['waiting', eventId],
    queryFn: ({ signal }) => listMyWaiting(eventId, signal),
  });
  return waiting.data?.find(({ registrationId }) => registrationId === id);
}

/** How many are served before, in place of the code. */
export function WaitingNote({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const position = useEntry(registration)?.position;
  return (
    <div className="note note--place">
      {position !== undefined && (
        <p className="ticket__position">
          {t.positionBefore}
          <strong className="num">{position}</strong>
          {t.positionAfter}
        </p>
      )}
      <p>{t.waitingLead}</p>
    </div>
  );
}

/** Until when the place is held, in place of the code. */
export function OfferedNote({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const { language } = useLanguage();
  const until = useEntry(registration)?.until;
  return (
    <div className="note note--good note--place">
      <p>{until === undefined ? t.offeredLead : t.offeredUntil(formatMoment(until, language))}</p>
    </div>
  );
}

/** A place is held: the person takes it, or leaves it to the next. */
export function OfferedPlace({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const client = useQueryClient();
  const toast = useToast();
  /** Also after a refusal: the place may have been passed on. */
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['registration', registration.id] }),
      client.invalidateQueries({ queryKey: ['registrations'] }),
      client.invalidateQueries({ queryKey: ['waiting', registration.eventId] }),
      client.invalidateQueries({ queryKey: ['event', registration.eventId] }),
    ]);
  const take = useMutation({
    mutationFn: () => takeOfferedPlace(registration.id),
    onSuccess: () => toast(t.done),
    onSettled: refresh,
  });
  const leave = useMutation({
    mutationFn: () => leaveOfferedPlace(registration.id),
    onSuccess: () => toast(t.placeLeft),
    onSettled: refresh,
  });
  const busy = take.isPending || leave.isPending;
  return (
    <div className="stack stack--s">
      <ProblemNote error={take.error ?? leave.error} />
      <Button
        look="primary"
        wide
        busy={take.isPending}
        disabled={busy}
        onClick={() => take.mutate()}
      >
        {t.takePlace}
      </Button>
      <Button wide busy={leave.isPending} disabled={busy} onClick={() => leave.mutate()}>
        {t.leavePlace}
      </Button>
    </div>
  );
}
