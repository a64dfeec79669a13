import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { listMyApplications, withdrawApplication } from '../../api/owners';
import type { ApplicationStatus, BoothApplication } from '../../api/types';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button, ButtonLink } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useTitle } from '../../ui/useTitle';
import { RequireSignIn } from '../session/RequireSignIn';
import { boothMessages } from './messages';
import './booths.css';

/** The booths for which the person applied, and how each application stands. */
export default function ApplicationsPage() {
  return <RequireSignIn>{() => <Applications />}</RequireSignIn>;
}

function Applications() {
  const t = useMessages(boothMessages);
  useTitle(t.mine);
  const applications = useQuery({
    queryKey: ['applications', 'mine'],
    queryFn: ({ signal }) => listMyApplications(signal),
  });
  const items = applications.data?.items ?? [];
  return (
    <div className="page page--reading stack">
      <h1>{t.mine}</h1>
      {applications.isPending && <Skeleton lines={4} />}
      {applications.isError && (
        <LoadFailed error={applications.error} retry={() => void applications.refetch()} />
      )}
      {applications.isSuccess && items.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
          <ButtonLink href="/?kind=fair">{t.browse}</ButtonLink>
        </Empty>
      )}
      {items.map((application) => (
        <Application key={application.id} application={application} />
      ))}
    </div>
  );
}

function Application({ application }: { application: BoothApplication }) {
  const t = useMessages(boothMessages);
  const text = useText();
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const open = application.status === 'submitted' || application.status === 'assigned';
  return (
    <article className="card application">
      <div className="row">
        <ApplicationStatusTag status={application.status} />
        {application.createdAt !== undefined && (
          <span className="soft small">
            {t.applied(formatMoment(application.createdAt, language))}
          </span>
        )}
      </div>
      <h2>{application.companyName}</h2>
      <p>
        <Link href={`/events/${application.fairId}`}>
          {text(application.fairTitle) || t.toFair}
        </Link>
      </p>
      {application.booths.length > 0 && (
        <p className="application__booths">
          {application.booths.map((booth) => (
            <span key={booth.boothId} className="booth-plate">
              {t.booth} <b>{booth.number}</b> {text(booth.hall)}
            </span>
          ))}
        </p>
      )}
      {application.reason !== undefined && <p className="soft">{t.reason(application.reason)}</p>}
      {open && (
        <div className="row">
          {application.status === 'assigned' && (
            <ButtonLink
              icon="calendar"
              href={`/applications/${application.fairId}/${application.id}/interviews`}
            >
              {t.interviews}
            </ButtonLink>
          )}
          <Button onClick={() => setAsking(true)}>{t.withdraw}</Button>
        </div>
      )}
      {asking && <Withdraw application={application} onClose={() => setAsking(false)} />}
    </article>
  );
}

function Withdraw({
  application,
  onClose,
}: {
  application: BoothApplication;
  onClose: () => void;
}) {
  const t = useMessages(boothMessages);
  const toast = useToast();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
      withdrawApplication(application, reason.trim() === '' ? undefined : reason.trim()),
    onSuccess: async () => {
      toast(t.withdrawn);
      onClose();
      await client.invalidateQueries({ queryKey: ['applications'] });
    },
  });
  return (
    <Confirm
      title={t.withdrawTitle}
      confirm={t.withdraw}
      danger
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      <p>{t.withdrawLead(application.companyName)}</p>
      <TextField
        label={t.withdrawReason}
        name="reason"
        optional
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </Confirm>
  );
}

const LOOK: Readonly<Record<ApplicationStatus, string>> = {
  submitted: 'tag tag--warn',
  assigned: 'tag tag--good',
  rejected: 'tag tag--bad',
  withdrawn: 'tag',
};

/** How an application stands. */
export function ApplicationStatusTag({ status }: { status: ApplicationStatus }) {
  const t = useMessages(boothMessages);
  return <span className={LOOK[status]}>{t.statuses[status]}</span>;
}
