import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { listSlots } from '../../api/interviews';
import type { Slot } from '../../api/interviews';
import { itemsOf } from '../../api/operations';
import { listBooths } from '../../api/owners';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatClock, formatDay } from '../../time/format';
import { Button, ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { signInPath } from '../session/RequireSignIn';
import { useSession } from '../session/session';
import { GiveBack } from './GiveBack';
import { TakeSlot } from './TakeSlot';
import { interviewMessages } from './messages';
import './interviews.css';

/** The times for interviews at one booth: one takes one, or gives it back. */
export default function SlotsPage({ fairId, boothId }: { fairId: string; boothId: string }) {
  const t = useMessages(interviewMessages);
  useTitle(t.pick);
  const booths = useQuery({
    queryKey: ['booths', fairId],
    queryFn: async ({ signal }) => itemsOf(await listBooths(fairId, signal)),
  });
  const slots = useQuery({
    queryKey: ['slots', fairId, boothId],
    queryFn: ({ signal }) => listSlots(fairId, boothId, signal),
  });
  const booth = booths.data?.find((one) => one.boothId === boothId);
  const failed = booths.isError ? booths : slots;
  return (
    <div className="page page--reading stack">
      <Link href={`/events/${fairId}`} className="back">
        <Icon name="back" />
        {t.back}
      </Link>
      {failed.isError && (
        <LoadFailed
          error={failed.error}
          retry={() => void Promise.all([booths.refetch(), slots.refetch()])}
        />
      )}
      {!failed.isError && (booths.isPending || slots.isPending) && <Skeleton lines={5} />}
      {booth !== undefined && slots.isSuccess && (
        <>
          <div className="stack stack--s">
            <p className="soft">{t.booth(booth.number)}</p>
            <h1>{booth.exhibitor?.companyName ?? t.gone}</h1>
            <p className="soft">{t.pickLead}</p>
          </div>
          <Slots
            fairId={fairId}
            company={booth.exhibitor?.companyName ?? ''}
            slots={slots.data.items}
          />
        </>
      )}
    </div>
  );
}

interface SlotsProps {
  fairId: string;
  company: string;
  slots: readonly Slot[];
}

function Slots({ fairId, company, slots }: SlotsProps) {
  const t = useMessages(interviewMessages);
  const { language } = useLanguage();
  const [taking, setTaking] = useState<Slot>();
  const free = slots.filter(({ mine }) => !mine);
  const days = [...new Set(free.map(({ startsAt }) => formatDay(startsAt, language)))];
  return (
    <>
      {slots
        .filter(({ mine }) => mine)
        .map((slot) => (
          <Mine key={slot.id} fairId={fairId} slot={slot} />
        ))}
      {free.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      )}
      {days.map((day) => (
        <section key={day} className="stack stack--s">
          <h2 className="slots__day">{day}</h2>
          <ul className="slots">
            {free
              .filter(({ startsAt }) => formatDay(startsAt, language) === day)
              .map((slot) => (
                <li key={slot.id}>
                  <SlotButton slot={slot} onTake={() => setTaking(slot)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {taking !== undefined && (
        <TakeSlot {...{ fairId, company, slot: taking }} onClose={() => setTaking(undefined)} />
      )}
    </>
  );
}

function SlotButton({ slot, onTake }: { slot: Slot; onTake: () => void }) {
  const t = useMessages(interviewMessages);
  const [path, navigate] = useLocation();
  const { data: session } = useSession();
  const when = `${formatClock(slot.startsAt)}–${formatClock(slot.endsAt)}`;
  return (
    <button
      type="button"
      className="slot"
      aria-label={t.take(when, slot.table)}
      onClick={session?.person === undefined ? () => navigate(signInPath(path)) : onTake}
    >
      <b className="num">{when}</b>
      <span>{t.table(slot.table)}</span>
    </button>
  );
}

function Mine({ fairId, slot }: { fairId: string; slot: Slot }) {
  const t = useMessages(interviewMessages);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <section className="card stack stack--s slot-mine">
      <h2>{t.mine}</h2>
      <p>
        <strong className="num">
          {formatDay(slot.startsAt, language)} {formatClock(slot.startsAt)}–
          {formatClock(slot.endsAt)}
        </strong>{' '}
        · {t.table(slot.table)}
      </p>
      <div className="row">
        <ButtonLink icon="calendar" href="/agenda">
          {t.toAgenda}
        </ButtonLink>
        {Date.parse(slot.startsAt) > Date.now() && (
          <Button onClick={() => setAsking(true)}>{t.giveBack}</Button>
        )}
      </div>
      {asking && <GiveBack {...{ fairId, slotId: slot.id }} onClose={() => setAsking(false)} />}
    </section>
  );
}
