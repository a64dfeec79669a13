import { get, post, put } from './http';
import type { Text } from './types';

export type PrivacyKind = 'export' | 'erasure';

/** What a person asked of their own data: which services have done their part, and which have not. */
export interface PrivacyRequest {
  id: string;
  kind: PrivacyKind;
  status: 'pending' | 'completed';
  at: string;
  /** Until when a copy is kept, at least. */
  keptUntil?: string;
  /** When each service said that it was done. */
  completed: Readonly<Record<string, string>>;
  missing: readonly string[];
}

/** A purpose that is a matter of consent, and what the person said last. */
export interface Consent {
  purpose: string;
  text: Text;
  textVersion: number;
  /** Absent where the person never said anything. */
  given?: boolean;
  at?: string;
}

/** Something that the person said; entries are only ever added. */
export interface ConsentEntry {
  purpose: string;
  number: number;
  given: boolean;
  textVersion: number;
  at: string;
}

export interface Consents {
  items: Consent[];
  ledger: ConsentEntry[];
}

/** What the caller asked of their data, newest first. */
export async function listPrivacyRequests(signal?: AbortSignal): Promise<PrivacyRequest[]> {
  const all = await get<{ items: PrivacyRequest[] }>('/api/registrations/privacy-requests', signal);
  return all.items;
}

export function getPrivacyRequest(id: string, signal?: AbortSignal): Promise<PrivacyRequest> {
  return get(`/api/registrations/privacy-requests/${id}`, signal);
}

/** Asks every service for a copy, or to forget the caller. */
export function askOfOwnData(kind: PrivacyKind): Promise<PrivacyRequest> {
  return post('/api/registrations/privacy-requests', { kind });
}

/** Where the file with everything lies. */
export function archivePath(id: string): string {
  return `/api/registrations/privacy-requests/${id}/archive`;
}

export function getConsents(signal?: AbortSignal): Promise<Consents> {
  return get('/api/registrations/consents', signal);
}

export function sayConsent(purpose: string, given: boolean): Promise<Consents> {
  return put('/api/registrations/consents', { purpose, given });
}
