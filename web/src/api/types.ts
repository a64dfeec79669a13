import type { Eligibility, TicketKind } from './admission';
import type { GivenAnswers } from './forms';

/**
 * The services' answers and requests as the app uses them. Times are RFC 3339 strings with offset;
 * ids are 32 hex characters.
 */

export type Language = 'zh' | 'en';

/** A text for people in both languages. */
export interface Text {
  zh: string;
  en: string;
}

export interface Page<T> {
  items: T[];
  /** The cursor of the next page; absent on the last one. */
  next?: string;
}

export interface Venue {
  name: Text;
  address: Text;
}

export type EventKind = 'fair' | 'competition' | 'forum';
export type EventStatus = 'open' | 'upcoming' | 'closed' | 'full' | 'cancelled';
/** The state of an event at its owner, before and after it is listed. */
export type PublicationStatus = 'draft' | 'published' | 'cancelled';

// --- registration-service: what is on, tickets, check-in

export interface EventListing {
  eventId: string;
  kind: EventKind;
  organisationId?: string;
  title: Text;
  summary: Text;
  startsAt: string;
  endsAt: string;
  venue: Venue;
  status: EventStatus;
  /** Places over all ticket types, where the service sums them up. */
  capacity?: number;
  taken?: number;
}

export interface TeamSize {
  minMembers: number;
  maxMembers: number;
}

export interface TicketType {
  id: string;
  name: Text;
  capacity: number;
  taken: number;
  opensAt: string;
  closesAt: string;
  team?: TeamSize;
  kind?: TicketKind;
  needsApproval?: boolean;
  invitationOnly?: boolean;
  /** Who may have it; anybody if nothing is named. */
  eligibility?: Eligibility;
}

export interface EventDetails extends EventListing {
  organisationId: string;
  ticketTypes: TicketType[];
  /** Whether one can wait for a place where a type is full. */
  waitingList?: boolean;
  /** Whether a group may be content with fewer places than it has people. */
  partialGroups?: boolean;
  /** How many registrations a person may have for it; 1 unless it is said. */
  perPersonLimit?: number;
  /** Why it was cancelled. */
  reason?: Text;
  /** The caller's own registration, if there is one. */
  mine?: string;
}

export interface EventQuery {
  query?: string;
  kind?: EventKind;
  from?: string;
  to?: string;
}

export interface TeamMember {
  name: string;
  phone: string;
}

export interface Team {
  name: string;
  members: TeamMember[];
}

export interface RegistrationRequest {
  ticketTypeId: string;
  /** An invitation's, where the type is by invitation only. */
  code?: string;
  team?: Team;
  /** Answers by question, where the organiser asks something. */
  answers?: GivenAnswers;
}

/** `requested`: awaits approval. `waiting`: is on the waiting list. `offered`: a place is held until it is taken. */
export type RegistrationStatus =
  | 'confirmed'
  | 'cancelled'
  | 'checked-in'
  | 'requested'
  | 'waiting'
  | 'offered'
  | 'rejected'
  | 'offer-expired';

export interface Registration {
  id: string;
  eventId: string;
  eventTitle: Text;
  kind: EventKind;
  startsAt: string;
  endsAt: string;
  venue: Venue;
  ticketType: { id: string; name: Text };
  status: RegistrationStatus;
  /** Once there is a place. A cancelled ticket has no token. */
  ticket?: { number: string; token?: string };
  /** Why it was cancelled, if the organiser did it. */
  reason?: Text;
  team?: Team;
  createdAt: string;
  checkedInAt?: string;
  /** In the answer to registering: what else the person has at that time, where the organiser warns of it. */
  clash?: { title: Text };
}

/** A registration as the event's organiser sees it. */
export interface RegistrationRow {
  id: string;
  name: string;
  ticketType: { id: string; name: Text };
  ticketNumber?: string;
  status: RegistrationStatus;
  team?: Team;
  createdAt: string;
  checkedInAt?: string;
}

// --- identity-service and the gateway's session

export type Role =
  | 'administrator'
  | 'organiser'
  | 'exhibitor'
  | 'school-coordinator'
  | 'judge'
  | 'speaker'
  | 'door-staff';

export interface Grant {
  role: Role;
  organisationId?: string;
}

export interface CodeIssued {
  address: string;
  expiresAt: string;
  resendAfter: string;
}

export interface SessionPerson {
  personId: string;
  name: string;
  language: Language;
  /** `role` or `role@organisationId`. */
  grants: string[];
}

export interface Session {
  signedIn: boolean;
  person?: SessionPerson;
}

export interface Person {
  personId: string;
  name: string;
  /** False until the person gave a name; `name` is a stand-in then. */
  named?: boolean;
  phone?: string;
  mail?: string;
  language: Language;
  grants: Grant[];
}

export type OrganisationKind =
  | 'company'
  | 'industrial-carrier'
  | 'technology-platform'
  | 'business-association'
  | 'college-or-school'
  | 'government-body';

export interface Organisation {
  id: string;
  name: Text;
  kind: OrganisationKind;
  licenceNumber?: string;
  version: number;
}

export interface OrganisationRequest {
  name: Text;
  kind: OrganisationKind;
  licenceNumber?: string;
}

// --- what the three owners of events have in common

export interface TicketTypeRequest {
  id?: string;
  name: Text;
  capacity: number;
  opensAt: string;
  closesAt: string;
  team?: TeamSize;
}

export interface EventRequest {
  organisationId: string;
  title: Text;
  summary: Text;
  startsAt: string;
  endsAt: string;
  venue: Venue;
}

export interface Owned {
  id: string;
  version: number;
  status: PublicationStatus;
  cancellationReason?: Text;
}

// --- fair-service

export interface BoothPlace {
  id?: string;
  number: string;
  column: number;
  row: number;
}

export interface Hall {
  id?: string;
  name: Text;
  columns: number;
  rows: number;
  booths: BoothPlace[];
}

export interface FairRequest extends EventRequest {
  halls: Hall[];
  ticketTypes: TicketTypeRequest[];
  boothsPerCompany: number;
}

export type Fair = FairRequest & Owned;

export interface Booth {
  boothId: string;
  hallId: string;
  number: string;
  column: number;
  row: number;
  exhibitor?: { applicationId: string; companyName: string };
  /** How many interview slots can be taken there. */
  freeInterviews?: number;
}

export interface BoothApplicationRequest {
  companyName: string;
  licenceNumber: string;
  contactName: string;
  contactPhone?: string;
  wish?: string;
}

export type ApplicationStatus = 'submitted' | 'assigned' | 'rejected' | 'withdrawn';

export interface BoothApplication {
  id: string;
  version: number;
  fairId: string;
  fairTitle?: Text;
  companyName: string;
  licenceNumber?: string;
  contactName?: string;
  contactPhone?: string;
  wish?: string;
  status: ApplicationStatus;
  reason?: string;
  booths: { boothId: string; hallId?: string; hall?: Text; number: string }[];
  createdAt?: string;
}

// --- competition-service

export interface EntryKind {
  kind: 'person' | 'team';
  minMembers?: number;
  maxMembers?: number;
}

export interface CompetitionRequest extends EventRequest {
  skill: Text;
  rules: Text;
  entry: EntryKind;
  capacity: number;
  opensAt: string;
  closesAt: string;
  workstations: string[];
}

export type Competition = CompetitionRequest & Owned;

export interface Entry {
  id: string;
  name: string;
  team?: Team;
  status?: 'entered' | 'withdrawn';
}

export interface HeatAssignment {
  entryId: string;
  workstation: string;
  /** The entrant's name, where the caller may see it. */
  name?: string;
}

export interface HeatRequest {
  startsAt: string;
  durationMinutes: number;
  assignments: HeatAssignment[];
}

export interface Heat extends HeatRequest {
  id: string;
  version: number;
  endsAt?: string;
}

/** A heat in which the caller competes; its assignments are the caller's own. */
export interface MyHeat {
  competitionId: string;
  competitionTitle: Text;
  heat: Heat;
}

// --- forum-service

export interface Room {
  id?: string;
  name: Text;
  capacity: number;
}

export interface ForumRequest extends EventRequest {
  ticketTypes: TicketTypeRequest[];
  rooms: Room[];
}

export type Forum = ForumRequest &
  Owned & {
    /** For organisers of a published forum: its agenda has changes that the public does not see yet. */
    unreleasedChanges?: boolean;
  };

export interface Speaker {
  name: Text;
  affiliation?: Text;
  personId?: string;
}

export interface ForumSessionRequest {
  title: Text;
  abstract?: Text;
  roomId: string;
  startsAt: string;
  endsAt: string;
  speakers: Speaker[];
}

export interface ForumSession extends ForumSessionRequest {
  id: string;
}
