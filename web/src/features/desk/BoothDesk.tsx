import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { itemsOf } from '../../api/operations';
import {
  assignBooth,
  listApplications,
  listBooths,
  rejectApplication,
  withdrawApplication,
} from '../../api/owners';
import type { ApplicationStatus, Booth, BoothApplication, Fair } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { BoothGrid } from '../../ui/BoothGrid';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { AreaField, FieldErrorsOf } from '../../ui/Field';
import { LoadMore } from '../../ui/LoadMore';
import { Segmented } from '../../ui/Segmented';
import { Empty, LoadFailed, ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { usePages } from '../../ui/usePages';
import { ApplicationStatusTag } from '../booths/ApplicationsPage';
import { boothMessages } from '../booths/messages';
import { workMessages } from './workMessages';

type Filter = ApplicationStatus | 'all';

/** Who asks for a booth on one side, the halls on the other: choose an application, click a free booth. */
export function BoothDesk({ fair }: { fair: Fair }) {
  const client = useQueryClient();
  const t = useMessages(workMessages);
  const toast = useToast();
  const [chosenId, setChosenId] = useState<string>();
  const [filter, setFilter] = useState<Filter>('all');
  const status = filter === 'all' ? '' : filter;
  const pages = usePages(['applications', fair.id, status], (cursor, signal) =>
    listApplications(fair.id, status, cursor, signal),
  );
  const booths = useQuery({
    queryKey: ['booths', fair.id],
    queryFn: async ({ signal }) => itemsOf(await listBooths(fair.id, signal)),
  });
  const chosen = pages.items.find(({ id }) => id === chosenId);
  const halls = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosenId !== undefined) {
      halls.current?.scrollIntoView({ block: 'start' });
    }
  }, [chosenId]);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['applications'] }),
      client.invalidateQueries({ queryKey: ['booths', fair.id] }),
    ]);
  const assign = useMutation({
    mutationFn: ({ to, booth }: { to: BoothApplication; booth: Booth }) =>
      assignBooth(to, booth.boothId),
    onSuccess: (_answer, { to, booth }) => {
      toast(t.assigned(booth.number, to.companyName));
      setChosenId(undefined);
    },
    onSettled: refresh,
  });
  if (pages.isPending || booths.isPending) {
    return <Skeleton lines={6} />;
  }
  if (pages.isError || booths.isError) {
    return <LoadFailed error={pages.error ?? booths.error} retry={() => void refresh()} />;
  }
  return (
    <div className="booth-desk">
      <section className="stack" aria-labelledby="applications">
        <h2 id="applications">{t.applications}</h2>
        <StatusFilter value={filter} onChange={setFilter} />
        {pages.items.length === 0 && (
          <Empty title={t.noApplications}>
            <p>{t.noApplicationsLead}</p>
          </Empty>
        )}
        <ul className="tight-list">
          {waitingFirst(pages.items).map((application) => (
            <ApplicationCard
              key={application.id}
              application={application}
              chosen={application.id === chosenId}
              onChoose={(on) => setChosenId(on ? application.id : undefined)}
              onChanged={refresh}
            />
          ))}
        </ul>
        <LoadMore pages={pages} />
      </section>
      <section ref={halls} className="booth-desk__halls stack" aria-live="polite">
        <p className={chosen === undefined ? 'note' : 'note note--warn'}>
          {chosen === undefined ? t.chooseLead : t.choose(chosen.companyName)}
        </p>
        <ProblemNote error={assign.error} reload={() => void refresh()} />
        <Halls
          fair={fair}
          booths={booths.data}
          chosen={chosen}
          busy={assign.isPending}
          onPick={(booth) => chosen !== undefined && assign.mutate({ to: chosen, booth })}
        />
      </section>
    </div>
  );
}

/** What waits for an answer comes before what has one; else the oldest first, as the service says. */
function waitingFirst(applications: readonly BoothApplication[]): BoothApplication[] {
  const weight = ({ status }: BoothApplication) => (status === 'submitted' ? 0 : 1);
  return applications.toSorted((a, b) => weight(a) - weight(b));
}

function StatusFilter({ value, onChange }: { value: Filter; onChange: (value: Filter) => void }) {
  const t = useMessages(workMessages);
  const { statuses } = useMessages(boothMessages);
  return (
    <Segmented
      label={t.applicationFilter}
      choices={[
        { value: 'all', label: t.all },
        { value: 'submitted', label: statuses.submitted },
        { value: 'assigned', label: statuses.assigned },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

interface HallsProps {
  fair: Fair;
  booths: readonly Booth[];
  chosen: BoothApplication | undefined;
  busy: boolean;
  onPick: (booth: Booth) => void;
}

function Halls({ fair, booths, chosen, busy, onPick }: HallsProps) {
  const text = useText();
  return fair.halls.map((hall) => (
    <div key={hall.id} className="stack stack--s">
      <h3>{text(hall.name)}</h3>
      <BoothGrid
        label={text(hall.name)}
        columns={hall.columns}
        rows={hall.rows}
        cells={booths.filter((booth) => booth.hallId === hall.id)}
      >
        {(booth) => <BoothButton {...{ booth, chosen, busy, onPick }} />}
      </BoothGrid>
    </div>
  ));
}

function BoothButton({
  booth,
  chosen,
  busy,
  onPick,
}: Omit<HallsProps, 'fair' | 'booths'> & { booth: Booth }) {
  const t = useMessages(workMessages);
  const holder = booth.exhibitor;
  if (holder !== undefined) {
    const own = holder.applicationId === chosen?.id;
    return (
      <button
        type="button"
        className={own ? 'booth booth--chosen' : 'booth booth--taken'}
        disabled
        aria-label={t.takenBooth(booth.number, holder.companyName)}
      >
        <b>{booth.number}</b>
        <span>{holder.companyName}</span>
      </button>
    );
  }
  return (
    <button
      type="button"
      className={chosen === undefined ? 'booth' : 'booth booth--free-target'}
      disabled={chosen === undefined || busy}
      aria-label={
        chosen === undefined
          ? t.freeBooth(booth.number)
          : t.assignTo(booth.number, chosen.companyName)
      }
      onClick={() => onPick(booth)}
    >
      <b>{booth.number}</b>
    </button>
  );
}

interface CardProps {
  application: BoothApplication;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onChanged: () => Promise<unknown>;
}

function ApplicationCard({ application, chosen, onChoose, onChanged }: CardProps) {
  const t = useMessages(workMessages);
  const [asking, setAsking] = useState<'reject' | 'withdraw'>();
  const { status, companyName } = application;
  return (
    <li className="application-card" data-chosen={chosen || undefined}>
      <div className="row row--apart">
        <ApplicationStatusTag status={status} />
        <span className="num small">
          {application.booths.map(({ number }) => number).join(' ')}
        </span>
      </div>
      <h3>{companyName}</h3>
      <p className="soft small num">
        {application.licenceNumber}
        <br />
        {t.contact(application.contactName ?? '', application.contactPhone ?? '')}
      </p>
      {application.wish !== undefined && <p className="small">{t.wish(application.wish)}</p>}
      {application.reason !== undefined && <p className="soft small">{application.reason}</p>}
      {(status === 'submitted' || status === 'assigned') && (
        <div className="row">
          <Button
            look={status === 'submitted' && !chosen ? 'primary' : 'plain'}
            onClick={() => onChoose(!chosen)}
          >
            {chosen ? t.stopChoosing : status === 'assigned' ? t.reassign : t.assign}
          </Button>
          <Button onClick={() => setAsking(status === 'assigned' ? 'withdraw' : 'reject')}>
            {status === 'assigned' ? t.withdraw : t.reject}
          </Button>
        </div>
      )}
      {asking !== undefined && (
        <Refuse
          application={application}
          step={asking}
          onChanged={onChanged}
          onClose={() => setAsking(undefined)}
        />
      )}
    </li>
  );
}

function Refuse({
  application,
  step,
  onChanged,
  onClose,
}: {
  application: BoothApplication;
  step: 'reject' | 'withdraw';
  onChanged: () => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useMessages(workMessages);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const refuse = useMutation({
    mutationFn: () =>
      step === 'reject'
        ? rejectApplication(application, said)
        : withdrawApplication(application, said === '' ? undefined : said),
    onSuccess: async () => {
      toast(step === 'reject' ? t.rejected : t.withdrawn);
      onClose();
      await onChanged();
    },
  });
  return (
    <Confirm
      title={(step === 'reject' ? t.rejectTitle : t.withdrawTitle)(application.companyName)}
      confirm={step === 'reject' ? t.reject : t.withdraw}
      danger
      busy={refuse.isPending}
      error={refuse.error}
      onConfirm={() => refuse.mutate()}
      onClose={onClose}
    >
      <FieldErrorsOf error={refuse.error}>
        <AreaField
          label={t.reason}
          name="reason"
          hint={t.reasonHint}
          optional={step === 'withdraw'}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={setReason}
        />
      </FieldErrorsOf>
    </Confirm>
  );
}
