import { get, post, withQuery } from './http';
import type {
  EventDetails,
  EventListing,
  EventQuery,
  Language,
  Page,
  Registration,
  RegistrationRequest,
  RegistrationRow,
  RegistrationStatus,
  Text,
} from './types';

const PAGE_SIZE = 20;

/** What is on, soonest first. */
export function listEvents(
  query: EventQuery,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<EventListing>> {
  return get(withQuery('/api/events', { ...query, cursor, limit: PAGE_SIZE }), signal);
}

export function getEvent(eventId: string, signal?: AbortSignal): Promise<EventDetails> {
  return get(`/api/events/${eventId}`, signal);
}

export function register(
  eventId: string,
  request: RegistrationRequest,
  idempotencyKey: string,
): Promise<Registration> {
  return post(`/api/events/${eventId}/registrations`, request, { idempotencyKey });
}

export function listMyRegistrations(
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<Registration>> {
  return get(withQuery('/api/registrations/mine', { cursor }), signal);
}

export function getRegistration(id: string, signal?: AbortSignal): Promise<Registration> {
  return get(`/api/registrations/${id}`, signal);
}

/** Where the ticket is to be had as a page to print. */
export function ticketPdfPath(id: string, language: Language): string {
  return `/api/registrations/${id}/ticket.pdf?language=${language === 'zh' ? 'zh-CN' : 'en'}`;
}

export function cancelRegistration(id: string): Promise<Registration | undefined> {
  return post(`/api/registrations/${id}/cancel`);
}

/** The organiser says yes to a request. */
export function approveRequest(id: string): Promise<Registration> {
  return post(`/api/registrations/${id}/approve`);
}

/** The organiser says no, and why if they like. */
export function rejectRequest(id: string, reason: Text | undefined): Promise<Registration> {
  return post(`/api/registrations/${id}/reject`, { reason });
}

/** The same list as a file, with what people answered. */
export function rosterFile(
  eventId: string,
  kind: 'csv' | 'xlsx',
  query: string,
  status: RegistrationStatus | '',
): string {
  return withQuery(`/api/events/${eventId}/registrations.${kind}`, { query, status });
}

/** The organiser's list of who registered. */
export function listRegistrations(
  eventId: string,
  query: string,
  status: RegistrationStatus | '',
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<RegistrationRow>> {
  return get(withQuery(`/api/events/${eventId}/registrations`, { query, status, cursor }), signal);
}
