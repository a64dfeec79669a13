import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Registration, Team } from '../../api/types';
import { leaveOfferedPlace, listMyWaiting, takeOfferedPlace } from '../../api/waiting';
import type { WaitingEntry } from '../../api/waiting';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
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
  const entry = useEntry(registration);
  const { position, size = 1, atLeast = size } = entry ?? {};
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
      {size > 1 && <p>{atLeast < size ? t.waitsInPart(size, atLeast) : t.waitsWhole(size)}</p>}
    </div>
  );
}

/** Until when the place is held, in place of the code. */
export function OfferedNote({ registration }: { registration: Registration }) {
  const t = useMessages(registrationMessages);
  const { language } = useLanguage();
  const { until, size = 1, seats = size } = useEntry(registration) ?? {};
  return (
    <div className="note note--good note--place">
      <p>
        {until === undefined ? t.offeredLead : t.offeredUntil(size, formatMoment(until, language))}
      </p>
      {size > 1 && <p>{seats < size ? t.offeredInPart(seats, size) : t.offeredWhole(size)}</p>}
    </div>
  );
}

/** A place is held: the person takes it, or leaves it to the next; a group may have to choose. */
export function OfferedPlace({ registration }: { registration: Registration }) {
  const entry = useEntry(registration);
  return <Answer key={entry?.seats ?? 0} registration={registration} entry={entry} />;
}

/** Of these people some come: at first those named first. */
function useSome(team: Team | undefined, entry: WaitingEntry | undefined) {
  const members = team?.members ?? [];
  const { size = 1, seats = size } = entry ?? {};
  const mustChoose = seats < size && members.length > seats;
  const [coming, setComing] = useState(() => members.slice(0, seats).map((_, at) => String(at)));
  const group =
    team === undefined || !mustChoose
      ? undefined
      : { name: team.name, members: members.filter((_, at) => coming.includes(String(at))) };
  return { members, seats, mustChoose, coming, setComing, group };
}

function Answer({
  registration,
  entry,
}: {
  registration: Registration;
  entry: WaitingEntry | undefined;
}) {
  const t = useMessages(registrationMessages);
  const client = useQueryClient();
  const toast = useToast();
  const some = useSome(registration.team, entry);
  /** Also after a refusal: the place may have been passed on. */
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['registration', registration.id] }),
      client.invalidateQueries({ queryKey: ['registrations'] }),
      client.invalidateQueries({ queryKey: ['waiting', registration.eventId] }),
      client.invalidateQueries({ queryKey: ['event', registration.eventId] }),
    ]);
  const take = useMutation({
    mutationFn: () => takeOfferedPlace(registration.id, some.group),
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
      {some.mustChoose && (
        <div className="card">
          <Choices
            label={t.whoComes(some.seats)}
            name="group.members"
            many
            options={some.members.map(({ name }, at) => ({ value: String(at), label: name }))}
            value={some.coming}
            onChange={some.setComing}
          />
        </div>
      )}
      <ProblemNote error={take.error ?? leave.error} />
      <Button
        look="primary"
        wide
        busy={take.isPending}
        disabled={busy || (some.mustChoose && some.coming.length !== some.seats)}
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
