import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { SessionPerson } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { ButtonLink } from '../../ui/Button';
import { Empty, LoadFailed, Skeleton } from '../../ui/States';
import { sessionMessages } from './messages';
import { useSession } from './session';

/** The page for a signed-in person, or the way to sign in and come back. */
export function RequireSignIn({ children }: { children: (person: SessionPerson) => ReactNode }) {
  const t = useMessages(sessionMessages);
  const [path] = useLocation();
  const search = useSearch();
  const session = useSession();
  if (session.isPending) {
    return (
      <div className="page">
        <Skeleton lines={4} />
      </div>
    );
  }
  if (session.isError) {
    return <LoadFailed error={session.error} retry={() => void session.refetch()} />;
  }
  if (session.data.person === undefined) {
    return (
      <Empty title={t.neededTitle}>
        <p>{t.needed}</p>
        <ButtonLink look="primary" href={signInPath(search === '' ? path : `${path}?${search}`)}>
          {t.signIn}
        </ButtonLink>
      </Empty>
    );
  }
  return children(session.data.person);
}

/** The sign-in page that comes back to a path. */
export function signInPath(returnTo: string): string {
  return `/sign-in?return=${encodeURIComponent(returnTo)}`;
}
