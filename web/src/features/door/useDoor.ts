import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Direction } from '../../api/door';
import { checkIn, undoCheckIn } from '../../api/door';
import { Problem } from '../../api/problem';
import type { DoorResult } from './doorResult';
import { admitted, refused } from './doorResult';
import { mustTellFirst, seenAt, withPassage, withWaiting } from './offlineBook';
import { judge } from './ticketToken';
import type { useBook } from './useBook';

/** A ticket's code, or somebody in the list. */
export type Shown = { readonly token: string } | { readonly registrationId: string };

/** One ticket at a time: what comes while one is being checked is left out. */
export function useDoor(
  eventId: string,
  offline: ReturnType<typeof useBook>,
  doorId: string | undefined,
  direction: Direction,
) {
  const [result, setResult] = useState<DoorResult>();
  const [busy, setBusy] = useState(false);
  const [count, setCount] = useState(0);
  const checking = useRef(false);
  const client = useQueryClient();
  const once = async (work: () => Promise<DoorResult>) => {
    if (checking.current) {
      return;
    }
    checking.current = true;
    setBusy(true);
    try {
      const next = await work();
      setResult(next);
      buzz(isGood(next) ? 60 : [80, 60, 80]);
      if (next.kind === 'admitted' || next.kind === 'offline-admitted') {
        setCount((before) => before + 1);
      }
      await client.invalidateQueries({ queryKey: ['guests', eventId] });
    } finally {
      checking.current = false;
      setBusy(false);
    }
  };
  const show = (shown: Shown) => once(() => tryTicket(shown));
  const undo = (nonce: string) =>
    once(async () => {
      try {
        const answer = await undoCheckIn(eventId, nonce);
        const { direction: gone, doorId: where, at } = answer.scan;
        offline.update((book) =>
          withPassage(book, answer.registrationId, where ?? '', gone === 'in' ? 'out' : 'in', at),
        );
        return admitted(answer);
      } catch (error) {
        return refused(error);
      }
    });

  /** Without an answer the same scan, under the same nonce, is judged here and sent later. */
  async function tryTicket(shown: Shown): Promise<DoorResult> {
    const nonce = crypto.randomUUID();
    if (mustTellFirst(offline.current.current, 'token' in shown ? shown.token : undefined)) {
      await offline.send();
    }
    try {
      const answer = await checkIn(eventId, { ...shown, doorId, direction, nonce });
      note(answer.registrationId);
      return admitted(answer);
    } catch (error) {
      return 'token' in shown && error instanceof Problem && error.transient
        ? alone(shown.token, nonce, error)
        : refused(error);
    }
  }

  async function alone(token: string, nonce: string, error: Problem): Promise<DoorResult> {
    const { keys, revoked } = offline.current.current;
    const at = new Date();
    const verdict = await judge(token, eventId, keys, revoked, at.getTime() / 1000);
    switch (verdict.kind) {
      case 'unable':
        return error.status === 0 ? { kind: 'offline-unable' } : refused(error);
      case 'bad':
        return { kind: 'offline-refused', why: verdict.why };
      case 'good':
        return passAlone(verdict.registrationId, token, nonce, at.toISOString());
    }
  }

  function passAlone(id: string, token: string, nonce: string, at: string): DoorResult {
    const before = seenAt(offline.current.current, id, doorId ?? '');
    if (direction === 'in' && before !== undefined) {
      return { kind: 'again', at: before, detail: '' };
    }
    note(id);
    offline.update((book) => withWaiting(book, { nonce, token, doorId, direction, at }));
    return { kind: direction === 'in' ? 'offline-admitted' : 'offline-left' };
  }

  function note(registrationId: string): void {
    const at = new Date().toISOString();
    offline.update((book) => withPassage(book, registrationId, doorId ?? '', direction, at));
  }

  return { result, busy, count, show, undo };
}

function isGood(result: DoorResult): boolean {
  return ['admitted', 'left', 'undone', 'offline-admitted', 'offline-left'].includes(result.kind);
}

/** A short signal in the hand, where the device has one. */
function buzz(pattern: number | number[]): void {
  if ('vibrate' in navigator) {
    navigator.vibrate(pattern);
  }
}
