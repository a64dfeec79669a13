import type { Text, Venue } from './types';

/** Something in a person's agenda that something else clashes with. */
export interface Clash {
  kind: AgendaKind;
  id: string;
  title: Text;
  startsAt: string;
  endsAt: string;
}

/** A session of a forum that one can choose. */
export interface ProgrammeSession {
  id: string;
  title: Text;
  room: Text;
  startsAt: string;
  endsAt: string;
  speakers: Text[];
  chosen: boolean;
  clashes: Clash[];
}

/** What is on at a forum for somebody who is registered. */
export interface Programme {
  version: number;
  /** What the organiser wants done about clashes. */
  onClash: 'allow' | 'warn' | 'refuse';
  open: boolean;
  sessions: ProgrammeSession[];
}

export type AgendaKind = 'registration' | 'interview' | 'session' | 'heat';

/** Something that a person has before them. */
export interface AgendaItem {
  kind: AgendaKind;
  id: string;
  eventId: string;
  title: Text;
  startsAt: string;
  endsAt: string;
  venue: Venue;
  /** The workstation, or the booth and table, where there is one. */
  place?: string;
  session?: { registrationId: string; eventTitle: Text; room: Text; speakers: Text[] };
  /** The ids of what it cannot be done together with. */
  clashes: string[];
}
