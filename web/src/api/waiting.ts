import { get, post, put, remove } from './http';
import type { Registration, RegistrationRequest, RegistrationStatus, Team, Text } from './types';

/** Where somebody stands in a waiting list. */
export interface WaitingEntry {
  registrationId: string;
  status: RegistrationStatus;
  /** While they wait: 1 for who is offered the next place. */
  position?: number;
  /** How many people wait together, and with how many places they would be content. */
  size?: number;
  atLeast?: number;
  /** While something is offered: how many places, and until when. */
  seats?: number;
  until?: string;
}

/** People who want a place each, the caller first; all of them or none, unless `atLeast` is less. */
export interface Group {
  people: Team;
  atLeast?: number;
}

/** Joins the waiting list of a ticket type that is full; a group joins in any case. */
export function joinWaiting(
  eventId: string,
  request: RegistrationRequest & { group?: Group },
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

/**
 * Takes what is held for a person from the waiting list; `group` says who comes, where fewer places are
 * held than the group has people.
 */
export function takeOfferedPlace(id: string, group?: Team): Promise<Registration> {
  return post(`/api/registrations/${id}/accept`, { group });
}

/** Somebody in an event's waiting list, as its organiser sees it. */
export interface WaitingRow {
  registrationId: string;
  name: string;
  ticketType: { id: string; name: Text };
  /** Within the ticket type: 1 for who is offered the next place. */
  position: number;
  /** The higher, the sooner; within one priority the order of joining counts. */
  priority: number;
  size: number;
  atLeast: number;
  group?: Team;
  joinedAt: string;
}

/** Who waits, in order. */
export async function listWaiting(eventId: string, signal?: AbortSignal): Promise<WaitingRow[]> {
  return (await get<{ items: WaitingRow[] }>(`/api/events/${eventId}/waiting`, signal)).items;
}

export function prioritise(
  eventId: string,
  registrationId: string,
  priority: number,
): Promise<WaitingEntry> {
  return put(`/api/events/${eventId}/waiting/${registrationId}/priority`, { priority });
}

/** Leaves the place that is held to whoever waits next. */
export function leaveOfferedPlace(id: string): Promise<Registration> {
  return post(`/api/registrations/${id}/decline`);
}
