import type { Entry } from '../../api/door';
import { Problem } from '../../api/problem';
import type { Text } from '../../api/types';
import type { OfflineRefusal } from './ticketToken';

/** What the door shows after a ticket was tried. */
export type DoorResult =
  | {
      readonly kind: 'admitted' | 'left' | 'undone';
      readonly name: string;
      readonly ticketType: Text;
      /** With which it can be taken back. */
      readonly nonce: string;
    }
  | { readonly kind: 'again'; readonly at: string | undefined; readonly detail: string }
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nobody knows whether the ticket is good: no answer, or the service is away. */
  | { readonly kind: 'unsure'; readonly error: unknown }
  | { readonly kind: 'offline-admitted' | 'offline-left' | 'offline-unable' }
  | { readonly kind: 'offline-refused'; readonly why: OfflineRefusal };

export function admitted(answer: Entry): DoorResult {
  const name = answer.team === undefined ? answer.name : `${answer.team.name} · ${answer.name}`;
  const { nonce, direction, undoneAt } = answer.scan;
  const kind = undoneAt !== undefined ? 'undone' : direction === 'in' ? 'admitted' : 'left';
  return { kind, name, ticketType: answer.ticketType.name, nonce };
}

export function refused(error: unknown): DoorResult {
  if (!(error instanceof Problem) || error.transient || error.status === 401) {
    return { kind: 'unsure', error };
  }
  if (error.slug === 'already-checked-in') {
    const at = error.extra['checkedInAt'];
    return { kind: 'again', at: typeof at === 'string' ? at : undefined, detail: error.detail };
  }
  return { kind: 'refused', error };
}
