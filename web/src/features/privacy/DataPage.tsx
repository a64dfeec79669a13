import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { PrivacyRequest } from '../../api/privacy';
import type { SessionPerson } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Icon } from '../../ui/Icon';
import { LoadFailed, Skeleton } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { RequireSignIn } from '../session/RequireSignIn';
import { ConsentsCard } from './ConsentsCard';
import { CopyCard } from './CopyCard';
import { EraseCard } from './EraseCard';
import { Leaving } from './Leaving';
import { privacyMessages } from './messages';
import './privacy.css';
import { lastOf } from './requests';
import { useRequests } from './useRequests';

/** What is known of the person, and what they can do about it. Who left still sees the receipt. */
export default function DataPage() {
  const [leaving, setLeaving] = useState<PrivacyRequest>();
  if (leaving !== undefined) {
    return <Leaving request={leaving} />;
  }
  return (
    <RequireSignIn>{(person) => <Data person={person} onLeaving={setLeaving} />}</RequireSignIn>
  );
}

interface DataProps {
  person: SessionPerson;
  onLeaving: (request: PrivacyRequest) => void;
}

function Data({ person, onLeaving }: DataProps) {
  const t = useMessages(privacyMessages);
  useTitle(t.title);
  const requests = useRequests();
  const erasure = lastOf(requests.data, 'erasure');
  useEffect(() => {
    if (erasure !== undefined) {
      onLeaving(erasure);
    }
  }, [erasure, onLeaving]);
  return (
    <div className="page page--reading stack stack--l">
      <Link href="/me" className="back">
        <Icon name="back" />
        {t.back}
      </Link>
      <div className="stack stack--s">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </div>
      {requests.isPending && <Skeleton lines={4} />}
      {requests.isError && (
        <LoadFailed error={requests.error} retry={() => void requests.refetch()} />
      )}
      {requests.isSuccess && (
        <CopyCard last={lastOf(requests.data, 'export')} now={requests.dataUpdatedAt} />
      )}
      <ConsentsCard />
      {requests.isSuccess && erasure === undefined && (
        <EraseCard person={person} onAsked={onLeaving} />
      )}
    </div>
  );
}
