import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getMe, getSession } from '../../api/identity';
import type { EventKind, Role, SessionPerson } from '../../api/types';

const SESSION_FRESH_MS = 60_000;
const NEXT_KEY = 'juxian.next';

/** The browser's session; `undefined` while it is being asked for. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: getSession, staleTime: SESSION_FRESH_MS });
}

/** The signed-in person's own account, fresh from the identity service. */
export function useMe(enabled = true) {
  return useQuery({ queryKey: ['me'], queryFn: getMe, enabled });
}

/** Asks for the session again, after something changed it. */
export function useRefreshSession(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['session'] }),
      client.invalidateQueries({ queryKey: ['me'] }),
    ]);
  };
}

/** True if the person holds the role, for the organisation if one is named, or for any. */
export function holds(
  person: SessionPerson | undefined,
  role: Role,
  organisationId?: string,
): boolean {
  return (person?.grants ?? []).some((grant) => {
    const [granted, organisation] = grant.split('@');
    return (
      granted === role &&
      (organisationId === undefined ||
        organisation === undefined ||
        organisation === organisationId)
    );
  });
}

/** The organisations for which the person holds the role. */
export function organisationsOf(person: SessionPerson | undefined, role: Role): string[] {
  return (person?.grants ?? [])
    .map((grant) => grant.split('@'))
    .filter(([granted, organisation]) => granted === role && organisation !== undefined)
    .map(([, organisation]) => organisation ?? '');
}

/** True if the person has anything to do at the organisers' desk. */
export function worksAtDesk(person: SessionPerson | undefined): boolean {
  return (['administrator', 'organiser', 'door-staff'] as const).some((role) =>
    holds(person, role),
  );
}

/** Where the desk page of an event lies. */
export function deskPath(kind: EventKind, id: string): string {
  return `/desk/${kind}/${id}`;
}

/** Remembers where to go on after signing in; only paths of this app are kept. */
export function rememberNext(path: string): void {
  try {
    sessionStorage.setItem(NEXT_KEY, isOwnPath(path) ? path : '/');
  } catch {
    // Without storage the person lands on the first page after signing in.
  }
}

/** Takes out what {@link rememberNext} kept. */
export function takeNext(): string {
  try {
    const next = sessionStorage.getItem(NEXT_KEY) ?? '/';
    sessionStorage.removeItem(NEXT_KEY);
    return isOwnPath(next) ? next : '/';
  } catch {
    return '/';
  }
}

/** A path within this app, not `//elsewhere` and not a page of signing in. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !/^\/(sign-in|welcome)\b/.test(path);
}
