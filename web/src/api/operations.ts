import { get, post } from './http';
import type { DeadLetter, SentMessage, ServiceName } from './operationTypes';
import type { Page } from './types';

/** The messages which were sent to the caller. */
export function listMyMessages(
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<SentMessage>> {
  const suffix = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return get(`/api/notifications/mine${suffix}`, signal);
}

/** Messages that one service could not handle. */
export function listDeadLetters(
  service: ServiceName,
  signal?: AbortSignal,
): Promise<Page<DeadLetter> | DeadLetter[]> {
  return get(`/api/operations/${service}/dead-letters`, signal);
}

export function replayDeadLetter(service: ServiceName, id: string): Promise<unknown> {
  return post(`/api/operations/${service}/dead-letters/${encodeURIComponent(id)}/replay`);
}

/** The items of an answer that is a page or a bare array. */
export function itemsOf<T>(answer: Page<T> | T[] | undefined): T[] {
  if (answer === undefined) {
    return [];
  }
  return Array.isArray(answer) ? answer : answer.items;
}
