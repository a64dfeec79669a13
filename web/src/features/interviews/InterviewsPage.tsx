import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { closeInterview, listInterviews } from '../../api/interviews';
import type { Interview } from '../../api/interviews';
import { listMyApplications } from '../../api/owners';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatClock, formatDay } from '../../time/format';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useTitle } from '../../ui/useTitle';
import { RequireSignIn } from '../session/RequireSignIn';
import { OpenSlots } from './OpenSlots';
import { interviewMessages } from './messages';
import './interviews.css';

interface Whose {
  fairId: string;
  applicationId: string;
}

/** An exhibitor's interview slots and who took them. */
export default function InterviewsPage(whose: Whose) {
  return <RequireSignIn>{() => <Interviews {...whose} />}</RequireSignIn>;
}

function Interviews({ fairId, applicationId }: Whose) {
  const t = useMessages(interviewMessages);
  useTitle(t.manage);
  const [opening, setOpening] = useState(false);
  const interviews = useQuery({
    queryKey: ['interviews', applicationId],
    queryFn: ({ signal }) => listInterviews(fairId, applicationId, signal),
  });
  const mine = useQuery({
    queryKey: ['applications', 'mine'],
    queryFn: ({ signal }) => listMyApplications(signal),
  });
  const company = mine.data?.items.find(({ id }) => id === applicationId)?.companyName;
  const items = interviews.data?.items ?? [];
  return (
    <div className="page page--reading stack">
      <Link href="/applications" className="back">
        <Icon name="back" />
        {t.backToApplications}
      </Link>
      <div className="stack stack--s">
        {company !== undefined && <p className="soft">{company}</p>}
        <h1>{t.manage}</h1>
        <p className="soft">{t.manageLead}</p>
      </div>
      {interviews.isPending && <Skeleton lines={5} />}
      {interviews.isError && (
        <LoadFailed error={interviews.error} retry={() => void interviews.refetch()} />
      )}
      {interviews.isSuccess && (
        <>
          <div className="row row--apart">
            <p>{t.counts(items.filter(({ guestName }) => guestName).length, items.length)}</p>
            <Button look="primary" icon="plus" onClick={() => setOpening(true)}>
              {t.open}
            </Button>
          </div>
          {items.length === 0 ? (
            <Empty title={t.noSlots}>
              <p>{t.noSlotsLead}</p>
            </Empty>
          ) : (
            <Days {...{ fairId, applicationId, items }} />
          )}
        </>
      )}
      {opening && (
        <OpenSlots
          {...{ fairId, applicationId, last: items.at(-1) }}
          onClose={() => setOpening(false)}
        />
      )}
    </div>
  );
}

function Days({ items, ...whose }: Whose & { items: readonly Interview[] }) {
  const { language } = useLanguage();
  const days = [...new Set(items.map(({ startsAt }) => formatDay(startsAt, language)))];
  return days.map((day) => (
    <section key={day} className="stack stack--s">
      <h2 className="slots__day">{day}</h2>
      <ol className="interviews">
        {items
          .filter(({ startsAt }) => formatDay(startsAt, language) === day)
          .map((one) => (
            <Row key={one.id} {...whose} interview={one} />
          ))}
      </ol>
    </section>
  ));
}

function Row({ interview, ...whose }: Whose & { interview: Interview }) {
  const t = useMessages(interviewMessages);
  const [asking, setAsking] = useState(false);
  const { guestName } = interview;
  const when = `${formatClock(interview.startsAt)}–${formatClock(interview.endsAt)}`;
  const begun = Date.parse(interview.startsAt) <= Date.now();
  return (
    <li className="interview">
      <time className="interview__time num" dateTime={interview.startsAt}>
        {when}
      </time>
      <p className="interview__guest">
        {guestName === undefined ? <span className="soft">{t.free}</span> : <b>{guestName}</b>}
        <small className="soft">{t.table(interview.table)}</small>
      </p>
      {!begun && (
        <Button
          aria-label={
            guestName === undefined ? t.closeNamed(when) : t.callOffNamed(when, guestName)
          }
          onClick={() => setAsking(true)}
        >
          {guestName === undefined ? t.close : t.callOff}
        </Button>
      )}
      {asking && <Close {...whose} interview={interview} onClose={() => setAsking(false)} />}
    </li>
  );
}

function Close({
  fairId,
  applicationId,
  interview,
  onClose,
}: Whose & { interview: Interview; onClose: () => void }) {
  const t = useMessages(interviewMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const { guestName } = interview;
  const close = useMutation({
    mutationFn: () =>
      closeInterview(
        fairId,
        applicationId,
        interview.id,
        reason.trim() === '' ? undefined : reason.trim(),
      ),
    onSuccess: async () => {
      toast(guestName === undefined ? t.closed : t.calledOff);
      onClose();
      await client.invalidateQueries({ queryKey: ['interviews', applicationId] });
    },
  });
  const when = `${formatClock(interview.startsAt)}–${formatClock(interview.endsAt)}`;
  return (
    <Confirm
      title={guestName === undefined ? t.closeNamed(when) : t.callOffTitle}
      confirm={guestName === undefined ? t.close : t.callOff}
      danger
      busy={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate()}
      onClose={onClose}
    >
      {guestName !== undefined && (
        <>
          <p>{t.callOffLead(guestName)}</p>
          <TextField
            label={t.reason}
            name="reason"
            optional
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </Confirm>
  );
}
