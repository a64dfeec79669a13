import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { signOut } from '../../api/identity';
import type { PrivacyRequest } from '../../api/privacy';
import { getPrivacyRequest } from '../../api/privacy';
import { Problem } from '../../api/problem';
import { useLanguage, useMessages } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { LoadFailed } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { Progress } from './Progress';
import { privacyMessages } from './messages';
import { lookAgainIn } from './requests';

/**
 * Being forgotten, as far as it has come. The account goes first of all, so the session may end before
 * the last service is done; what is left of it is ended here once all are.
 */
export function Leaving({ request }: { request: PrivacyRequest }) {
  const t = useMessages(privacyMessages);
  const client = useQueryClient();
  const asked = useQuery({
    queryKey: ['privacy-request', request.id],
    queryFn: ({ signal }) => follow(request.id, signal),
    initialData: request,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      isOver(state.error) ? false : lookAgainIn(state.data, Date.now()),
  });
  const ended = isOver(asked.error);
  const done = asked.data.status === 'completed';
  useEffect(() => {
    if (ended || done) {
      client.setQueryData(['session'], { signedIn: false });
    }
  }, [client, ended, done]);
  // The way here began far down on a long page.
  useEffect(() => window.scrollTo(0, 0), []);
  const stage = done ? 'gone' : ended ? 'ended' : 'leaving';
  useTitle(t[`${stage}Title`]);
  return (
    <div className="page page--reading stack stack--l">
      <div className="stack stack--s" role="status">
        <h1>{t[`${stage}Title`]}</h1>
        <p className="soft">{t[`${stage}Lead`]}</p>
      </div>
      <section className="card stack">
        <Receipt request={asked.data} />
        {!ended && <Progress request={asked.data} />}
        {asked.isError && !ended && (
          <LoadFailed error={asked.error} retry={() => void asked.refetch()} />
        )}
      </section>
      {stage !== 'leaving' && (
        <div>
          <Button look="primary" onClick={() => window.location.assign('/')}>
            {t.toStart}
          </Button>
        </div>
      )}
    </div>
  );
}

function Receipt({ request }: { request: PrivacyRequest }) {
  const t = useMessages(privacyMessages);
  const { language } = useLanguage();
  return (
    <>
      <dl className="receipt">
        <dt>{t.receipt}</dt>
        <dd className="num">{request.id}</dd>
        <dt>{t.asked}</dt>
        <dd>{formatMoment(request.at, language)}</dd>
      </dl>
      <p className="small soft">{t.receiptHint}</p>
    </>
  );
}

/** Asks how far it is; once all are done, nobody is left to be signed in. */
async function follow(id: string, signal: AbortSignal): Promise<PrivacyRequest> {
  const request = await getPrivacyRequest(id, signal);
  if (request.status === 'completed') {
    await signOut().catch(() => undefined);
  }
  return request;
}

/** The session went with the account. */
function isOver(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}
