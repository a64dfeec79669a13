import { get, post, remove } from './http';
import type { Registration, RegistrationRequest, RegistrationStatus } from './types';

/** Where somebody stands in a waiting list. */
export interface WaitingEntry {
  registrationId: string;
  status: RegistrationStatus;
  /** While they wait: 1 for who is offered the next place. */
  position?: number;
  /** While something is offered: how many places, and until when. */
  seats?: number;
  until?: string;
}

/** Joins the waiting list of a ticket type that is full. */
export function joinWaiting(
  eventId: string,
  request: RegistrationRequest,
  idempotencyKey: string,
): Promise<WaitingEntry> {
  return post(`/api/events/${eventId}/waiting`, request, { idempotencyKey });
}

/** Where the caller stands in the waiting list of an event. */
export async function listMyWaiting(
  eventId: string,
  signal?: AbortSignal,
): Promise<WaitingEntry[]> {
  const mine = await get<{ items: WaitingEntry[] }>(`/api/events/${eventId}/waiting/mine`, signal);
  return mine.items;
}

/** Leaves the list. */
export function leaveWaiting(eventId: string): Promise<unknown> {
  return remove(`/api/events/${eventId}/waiting/mine`);
}

/** Takes the place that is held for a person from the waiting list. */
export function takeOfferedPlace(id: string): Promise<Registration> {
  return post(`/api/registrations/${id}/accept`, {});
}

/** Leaves the place that is held to whoever waits next. */
export function leaveOfferedPlace(id: string): Promise<Registration> {
  return post(`/api/registrations/${id}/decline`);
}
