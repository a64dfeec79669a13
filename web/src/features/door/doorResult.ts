import { Problem } from '../../api/problem';
import type { CheckIn, Text } from '../../api/types';

/** What the door shows after a ticket was tried. */
export type DoorResult =
  | { readonly kind: 'admitted'; readonly name: string; readonly ticketType: Text }
  | { readonly kind: 'again'; readonly at: string | undefined; readonly detail: string }
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Nobody knows whether the ticket is good: no answer, or the service is away. */
  | { readonly kind: 'unsure'; readonly error: unknown };

export function admitted(answer: CheckIn): DoorResult {
  const name = answer.team === undefined ? answer.name : `${answer.team.name} · ${answer.name}`;
  return { kind: 'admitted', name, ticketType: answer.ticketType.name };
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
