import type { GivenAnswers } from './forms';
import { get, post, upload, withQuery } from './http';
import type { Page, Text } from './types';

/** How far a school's list is; it has come to its end with `done` and `refused`. */
export type DelegationStatus =
  'holding' | 'telling' | 'deciding' | 'done' | 'releasing' | 'refused';

/** A list of people whom a school registers. */
export interface Delegation {
  id: string;
  eventId: string;
  ticketTypeId: string;
  organisationId: string;
  organisationName?: Text;
  /** Who sent it. */
  sentBy?: string;
  status: DelegationStatus;
  total: number;
  /** How many have a place. */
  held: number;
  /** How many are registered and told. */
  done: number;
  /** The first line without a place, and the slug of the problem that it met. */
  refusal?: { line: number; why: string };
  createdAt: string;
  settledAt?: string;
}

/** Something wrong in a list, in the service's words. */
export interface ListFault {
  line: number;
  /** As the file heads it; absent where the whole row is meant, or the column is missing. */
  column?: string;
  /** `name`, `phone` or a question's id. */
  field?: string;
  code: string;
  message: string;
}

/** What checking a list came to. */
export interface ListCheck {
  rows: number;
  good: boolean;
  faults: ListFault[];
}

/** How the place of somebody on a list stands now. */
export type PlaceState = 'requested' | 'confirmed' | 'checked-in' | 'rejected' | 'cancelled';

/** One person of a list. */
export interface DelegationRow {
  line: number;
  name: string;
  phone: string;
  status: 'waiting' | 'held' | 'registered';
  registrationId?: string;
  /** Absent before they have a place. */
  place?: PlaceState;
  /** Whoever has the place now, where it was passed on. */
  holder?: string;
  /** Whether another may be put in their place. */
  substitutable: boolean;
}

/** Whom a list is for. */
export interface Order {
  eventId: string;
  ticketTypeId: string;
  organisationId: string;
}

/** Says all that is wrong with a list; nothing is stored. */
export function checkList(order: Order, file: File): Promise<ListCheck> {
  return upload(sendPath(order, 'true'), file);
}

/** Registers all on the list, or none. */
export function sendList(order: Order, file: File, idempotencyKey: string): Promise<Delegation> {
  return upload(sendPath(order), file, idempotencyKey);
}

function sendPath({ eventId, ...order }: Order, dryRun?: 'true'): string {
  return withQuery(`/api/events/${eventId}/delegations`, { ...order, dryRun });
}

/** A school's lists for an event, or those of all schools for its organiser; newest first. */
export function listDelegations(
  eventId: string,
  organisationId: string | undefined,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<Delegation>> {
  return get(withQuery(`/api/events/${eventId}/delegations`, { organisationId, cursor }), signal);
}

export function getDelegation(id: string, signal: AbortSignal): Promise<Delegation> {
  return get(`/api/delegations/${id}`, signal);
}

/** Who is on a list, by line. */
export function listDelegationRows(
  id: string,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<DelegationRow>> {
  return get(withQuery(`/api/delegations/${id}/rows`, { cursor }), signal);
}

/** Somebody who comes instead, with their own answers. */
export interface Successor {
  name: string;
  phone: string;
  answers: GivenAnswers;
}

/** Puts another person in the place of the one in this line; both are told. */
export function substitute(id: string, line: number, successor: Successor): Promise<DelegationRow> {
  return post(`/api/delegations/${id}/rows/${line}/substitute`, successor);
}
