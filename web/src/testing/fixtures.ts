import type { EventDetails, TicketType } from '../api/types';

/** A ticket type that is open for long, with places left. */
export function aTicketType(part: Partial<TicketType> = {}): TicketType {
  return {
    id: 'visitor',
    name: { zh: '观众', en: 'Visitor' },
    capacity: 10,
    taken: 1,
    opensAt: '2020-01-01T00:00:00+08:00',
    closesAt: '2099-01-01T00:00:00+08:00',
    ...part,
  };
}

/** A fair to come, `e1`, that one can register for. */
export function anEvent(part: Partial<EventDetails> = {}): EventDetails {
  return {
    eventId: 'e1',
    kind: 'fair',
    organisationId: 'o1',
    title: { zh: '人才交流会', en: 'Talent Exchange' },
    summary: { zh: '现场面试', en: 'Interviews' },
    startsAt: '2098-12-24T09:00:00+08:00',
    endsAt: '2098-12-24T17:00:00+08:00',
    venue: { name: { zh: '会展中心', en: 'Centre' }, address: { zh: '桂城', en: 'Guicheng' } },
    status: 'open',
    ticketTypes: [aTicketType()],
    ...part,
  };
}

/** The answer about who is signed in: somebody with these roles. */
export function signedInWith(grants: readonly string[] = []) {
  return { signedIn: true, person: { personId: 'p', name: '李', language: 'zh', grants } };
}
