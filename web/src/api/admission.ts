import { get, post, put, withQuery } from './http';
import type { OrganisationKind, Page, Role, Text } from './types';

export type TicketKind = 'visitor' | 'competitor' | 'media' | 'exhibitor-staff' | 'vip';

/** Who may have a ticket: one of each that is named; an empty list asks for nothing. */
export interface Eligibility {
  roles: Role[];
  organisationKinds: OrganisationKind[];
  organisationIds: string[];
}

/** The rules of one ticket type. */
export interface TypeRules {
  typeId: string;
  kind: TicketKind;
  needsApproval: boolean;
  /** Whether a request holds a place until it is approved. */
  requestHoldsPlace: boolean;
  invitationOnly: boolean;
  eligibility: Eligibility;
  perPersonLimit?: number;
  /** Narrower than the type's own window. */
  opensAt?: string;
  closesAt?: string;
  transferable: boolean;
}

/** A capacity that several types share; new ones have no id yet. */
export interface Quota {
  id?: string;
  name: Text;
  capacity: number;
  typeIds: string[];
}

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

export interface WorkingHours {
  zone: string;
  days: Weekday[];
  from: string;
  to: string;
}

/** How the waiting list goes: how many working hours an offer stands. */
export interface WaitingRules {
  offerHours: number;
  workingHours: WorkingHours;
  partialGroups: boolean;
}

export type OnClash = 'allow' | 'warn' | 'refuse';

/** What an organiser settled about admission; a change sends all of it. */
export interface Admission {
  version: number;
  /** Whether registrations made before still wait to be brought under it. */
  settling: boolean;
  perPersonLimit: number;
  types: TypeRules[];
  quotas: Quota[];
  /** Absent where nobody can wait. */
  waiting?: WaitingRules;
  agenda: { onClash: OnClash; walkingMinutes: number };
}

export function getAdmission(eventId: string, signal?: AbortSignal): Promise<Admission> {
  return get(`/api/events/${eventId}/admission`, signal);
}

/** Sends all that is settled; what the service alone says of it is left out. */
export function saveAdmission(eventId: string, admission: Admission): Promise<Admission> {
  const settings = { ...admission, version: undefined, settling: undefined };
  return put(`/api/events/${eventId}/admission`, settings, { version: admission.version });
}

/** A code that opens a ticket type, and how often it is in use. */
export interface Invitation {
  id: string;
  ticketTypeId: string;
  code: string;
  uses: number;
  used: number;
  expiresAt: string;
  revokedAt?: string;
  createdAt: string;
}

/** The codes of an event, oldest first. */
export function listInvitations(
  eventId: string,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<Invitation>> {
  return get(withQuery(`/api/events/${eventId}/invitations`, { cursor }), signal);
}

/** A code to be made. */
export interface NewInvitation {
  ticketTypeId: string;
  uses: number;
  expiresAt: string;
}

export function invite(
  eventId: string,
  request: NewInvitation,
  idempotencyKey: string,
): Promise<Invitation> {
  return post(`/api/events/${eventId}/invitations`, request, { idempotencyKey });
}

/** Nobody can use it any more; who has registered with it stays registered. */
export function revokeInvitation(eventId: string, id: string): Promise<Invitation> {
  return post(`/api/events/${eventId}/invitations/${id}/revoke`);
}
