import { get, post, put, withQuery } from './http';
import type { Page, Text } from './types';

/** Whether one may come into a zone again. */
export type ReEntry = 'none' | 'free' | 'check-out' | 'daily';

export type Direction = 'in' | 'out';

export interface Zone {
  id: string;
  name: Text;
  reEntry: ReEntry;
  /** Empty: open to all kinds of ticket. */
  ticketTypeIds: string[];
}

export interface Door {
  id: string;
  name: Text;
  zoneIds: string[];
}

export interface Entrance {
  version: number;
  zones: Zone[];
  doors: Door[];
}

export interface Scan {
  nonce: string;
  direction: Direction;
  doorId?: string;
  zoneIds: string[];
  at: string;
  undoneAt?: string;
}

/** Who came through. */
export interface Entry {
  registrationId: string;
  name: string;
  ticketType: { id: string; name: Text };
  ticketNumber?: string;
  team?: { name: string };
  checkedInAt?: string;
  scan: Scan;
}

export interface CheckInRequest {
  token?: string;
  registrationId?: string;
  doorId?: string | undefined;
  direction: Direction;
  nonce: string;
}

/** Somebody who may come in, or is in. */
export interface Guest {
  registrationId: string;
  name: string;
  teamName?: string;
  lastFour?: string;
  ticketType: { id: string; name: Text };
  ticketNumber: string;
  status: 'confirmed' | 'checked-in';
  checkedInAt?: string;
  inside: string[];
}

export interface UploadedScan {
  nonce: string;
  token: string;
  doorId?: string | undefined;
  direction: Direction;
  at: string;
}

export interface ScanResult {
  nonce: string;
  result: 'counted' | 'in-doubt' | 'refused';
  reason?: string;
}

export type Doubt =
  | 'already-in'
  | 'not-inside'
  | 'cancelled'
  | 'replaced'
  | 'not-confirmed'
  | 'zone-not-open'
  | 'no-such-door';

/** A registration with which something is odd, and all that happened with it. */
export interface OddCase {
  registrationId: string;
  name: string;
  ticketNumber: string;
  ticketType: { id: string; name: Text };
  doubts: number;
  /** How many of the doubts nobody has looked into. */
  open: number;
  scans: (Scan & {
    doorName?: Text;
    heardAt: string;
    by: string;
    byName?: string;
    deviceId?: string;
    doubt?: Doubt;
    /** Who looked into the doubt, and what they found. */
    settled?: { byName?: string; at: string; note: string };
  })[];
}

export interface LiveCounts {
  at: string;
  arrived: number;
  inside: number;
  zones: { id: string; name: Text; inside: number; people: number; entries: number }[];
  ticketTypes: { ticketType: { id: string; name: Text }; arrived: number; inside: number }[];
  arrivals: { from: string; arrived: number }[];
}

export interface TicketKey {
  keyId: string;
  publicKey: string;
}

export interface Revoked {
  registrationId: string;
  /** Tickets below it are void; absent: all are. */
  validRevision?: number;
}

export function getEntrance(eventId: string, signal?: AbortSignal): Promise<Entrance> {
  return get(`/api/events/${eventId}/entrance`, signal);
}

export function putEntrance(eventId: string, entrance: Entrance): Promise<Entrance> {
  const { version, zones, doors } = entrance;
  return put(`/api/events/${eventId}/entrance`, { zones, doors }, { version });
}

/** Lets somebody through a door. */
export function checkIn(eventId: string, request: CheckInRequest): Promise<Entry> {
  return post(`/api/events/${eventId}/check-ins`, request);
}

/** Takes back what happened last with a ticket. */
export function undoCheckIn(eventId: string, nonce: string): Promise<Entry> {
  return post(`/api/events/${eventId}/check-ins/${nonce}/undo`);
}

/** Tells of those whom a device let through without a network. */
export function uploadScans(
  eventId: string,
  deviceId: string,
  scans: readonly UploadedScan[],
): Promise<{ items: ScanResult[] }> {
  return post(`/api/events/${eventId}/check-ins/batch`, { deviceId, scans });
}

/** Who may come in, for those at the door. */
export function listGuests(
  eventId: string,
  lastFour: string,
  name: string,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<Guest>> {
  return get(withQuery(`/api/events/${eventId}/door-list`, { lastFour, name, cursor }), signal);
}

/** All of them, or those of whom nobody has looked into something. */
export function listOddCases(
  eventId: string,
  open: boolean,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<OddCase>> {
  const query = { cursor, open: open ? 'true' : undefined };
  return get(withQuery(`/api/events/${eventId}/reconciliation`, query), signal);
}

/** Closes the doubts about these scans, named by their nonces. */
export function settleDoubts(
  eventId: string,
  registrationId: string,
  request: { note: string; scans: readonly string[] },
): Promise<OddCase> {
  return post(`/api/events/${eventId}/reconciliation/${registrationId}/settle`, request);
}

export function reconciliationFile(eventId: string): string {
  return `/api/events/${eventId}/reconciliation.csv`;
}

export function liveAddress(eventId: string): string {
  return `/api/events/${eventId}/check-ins/live`;
}

export function getTicketKeys(): Promise<{ items: TicketKey[] }> {
  return get('/api/events/ticket-keys');
}

export function listRevoked(
  eventId: string,
  cursor: string | undefined,
): Promise<{ items: Revoked[]; next?: string; resume: string }> {
  return get(withQuery(`/api/events/${eventId}/revoked-tickets`, { cursor, limit: 200 }));
}
