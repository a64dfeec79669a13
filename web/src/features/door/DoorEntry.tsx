import { useState } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../../api/problem';
import type { SessionPerson } from '../../api/types';
import { RequireSignIn } from '../session/RequireSignIn';
import { useSession } from '../session/session';
import { DoorPage } from './DoorPage';
import { hasWorkedAt, useOnline } from './useBook';

/**
 * The door for whoever keeps it. While nobody can be asked who that is, a device that has worked at this
 * door goes on: it shows nobody's name, and what it lets through is held against the rules when it is sent.
 */
export function DoorEntry({
  eventId,
  mayKeep,
  otherwise,
}: {
  eventId: string;
  mayKeep: (person: SessionPerson) => boolean;
  /** What others see. */
  otherwise: ReactNode;
}) {
  const person = useSession().data?.person;
  const alone = useUnanswered() && hasWorkedAt(eventId);
  // In one place, so that the page stays as it is when the network comes back.
  return alone || (person !== undefined && mayKeep(person)) ? (
    <DoorPage key={eventId} eventId={eventId} />
  ) : (
    <RequireSignIn>{() => otherwise}</RequireSignIn>
  );
}

/** Whether the services could not be asked who this is, and have not answered since. */
function useUnanswered(): boolean {
  const { data, error } = useSession();
  const online = useOnline();
  const [gone, setGone] = useState(false);
  const goneNow = data === undefined && (!online || (error instanceof Problem && error.transient));
  if (goneNow && !gone) {
    setGone(true);
  }
  return data === undefined && (gone || goneNow);
}
