import type {
  BoothPlace,
  Competition,
  CompetitionRequest,
  EventKind,
  EventRequest,
  Fair,
  FairRequest,
  Forum,
  ForumRequest,
  Hall,
  Room,
  Text,
  TicketTypeRequest,
} from '../../api/types';
import type { OwnedKinds } from '../../api/owners';
import { fullGrid } from './numbering';

const NO_TEXT: Text = { zh: '', en: '' };
const DEFAULT_COLUMNS = 8;
const DEFAULT_ROWS = 3;

/** An empty request of one kind, for a new event. */
export function emptyDraft<K extends EventKind>(
  kind: K,
  organisationId: string,
): OwnedKinds[K]['request'] {
  const drafts = {
    fair: (): FairRequest => ({
      ...emptyEvent(organisationId),
      halls: [emptyHall()],
      ticketTypes: [emptyTicketType()],
      boothsPerCompany: 1,
    }),
    competition: (): CompetitionRequest => ({
      ...emptyEvent(organisationId),
      skill: NO_TEXT,
      rules: NO_TEXT,
      entry: { kind: 'person' },
      capacity: 24,
      opensAt: '',
      closesAt: '',
      workstations: ['W01', 'W02', 'W03', 'W04'],
    }),
    forum: (): ForumRequest => ({
      ...emptyEvent(organisationId),
      ticketTypes: [emptyTicketType()],
      rooms: [emptyRoom()],
    }),
  };
  return drafts[kind]();
}

/** What an answer says, as the request that would say the same: nothing of the service's own. */
export function draftOf<K extends EventKind>(
  kind: K,
  answer: OwnedKinds[K]['answer'],
): OwnedKinds[K]['request'] {
  switch (kind) {
    case 'fair':
      return fairDraft(answer as Fair);
    case 'competition':
      return competitionDraft(answer as Competition);
    default:
      return forumDraft(answer as Forum);
  }
}

export function emptyHall(): Hall {
  return {
    name: NO_TEXT,
    columns: DEFAULT_COLUMNS,
    rows: DEFAULT_ROWS,
    booths: fullGrid(DEFAULT_COLUMNS, DEFAULT_ROWS, 'by-row', ''),
  };
}

export function emptyTicketType(): TicketTypeRequest {
  return { name: NO_TEXT, capacity: 100, opensAt: '', closesAt: '' };
}

export function emptyRoom(): Room {
  return { name: NO_TEXT, capacity: 100 };
}

/** Workstation names as typed, separated by spaces or commas, each once. */
export function workstationsFrom(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，、;；]+/).filter((name) => name !== ''))];
}

function emptyEvent(organisationId: string): EventRequest {
  return {
    organisationId,
    title: NO_TEXT,
    summary: NO_TEXT,
    startsAt: '',
    endsAt: '',
    venue: { name: NO_TEXT, address: NO_TEXT },
  };
}

function eventDraft(answer: EventRequest): EventRequest {
  const { organisationId, title, summary, startsAt, endsAt, venue } = answer;
  return { organisationId, title, summary, startsAt, endsAt, venue };
}

function fairDraft(answer: Fair): FairRequest {
  return {
    ...eventDraft(answer),
    halls: answer.halls.map(hallDraft),
    ticketTypes: answer.ticketTypes.map(ticketTypeDraft),
    boothsPerCompany: answer.boothsPerCompany,
  };
}

function competitionDraft(answer: Competition): CompetitionRequest {
  const { skill, rules, entry, capacity, opensAt, closesAt, workstations } = answer;
  return {
    ...eventDraft(answer),
    ...{ skill, rules, entry, capacity, opensAt, closesAt, workstations },
  };
}

function forumDraft(answer: Forum): ForumRequest {
  return {
    ...eventDraft(answer),
    ticketTypes: answer.ticketTypes.map(ticketTypeDraft),
    rooms: answer.rooms.map(({ id, name, capacity }) => ({ id, name, capacity })),
  };
}

function hallDraft({ id, name, columns, rows, booths }: Hall): Hall {
  return { id, name, columns, rows, booths: booths.map(boothDraft) };
}

function boothDraft({ id, number, column, row }: BoothPlace): BoothPlace {
  return { id, number, column, row };
}

function ticketTypeDraft(type: TicketTypeRequest): TicketTypeRequest {
  const { id, name, capacity, opensAt, closesAt, team } = type;
  return { id, name, capacity, opensAt, closesAt, ...(team === undefined ? {} : { team }) };
}
