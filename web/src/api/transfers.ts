import type { GivenAnswers } from './forms';
import { get, post, put, remove } from './http';
import type { EventKind, Registration, Text, Venue } from './types';

/** Whether a ticket can be passed on, and to whom it is offered now. */
export interface Transfer {
  allowed: boolean;
  offer?: { to: string; until: string };
}

/** A ticket that somebody offers to the caller. */
export interface OfferedTicket {
  registrationId: string;
  fromName: string;
  eventId: string;
  kind: EventKind;
  eventTitle: Text;
  startsAt: string;
  endsAt: string;
  venue: Venue;
  ticketType: { id: string; name: Text };
  until: string;
}

/** Whether a ticket can be passed on, and to whom it is offered. */
export function getTransfer(registrationId: string, signal?: AbortSignal): Promise<Transfer> {
  return get(`/api/registrations/${registrationId}/transfer`, signal);
}

export function offerTicket(registrationId: string, to: string): Promise<Transfer> {
  return put(`/api/registrations/${registrationId}/transfer`, { to });
}

export function withdrawOffer(registrationId: string): Promise<unknown> {
  return remove(`/api/registrations/${registrationId}/transfer`);
}

/** The tickets that others offer to the caller. */
export function listOfferedTickets(signal?: AbortSignal): Promise<OfferedTicket[]> {
  return get('/api/registrations/transfers', signal);
}

/** Takes it over, with the recipient's own answers to what the organiser asks. */
export function acceptTicket(registrationId: string, answers: GivenAnswers): Promise<Registration> {
  return post(`/api/registrations/${registrationId}/transfer/accept`, { answers });
}

export function declineTicket(registrationId: string): Promise<unknown> {
  return post(`/api/registrations/${registrationId}/transfer/decline`);
}
