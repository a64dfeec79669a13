import { get, post, put, remove } from './http';
import { Problem } from './problem';
import type { AgendaItem, Programme } from './agendaTypes';

const MOST_TRIES = 4;

/** What is on at the forum of a registration, and what was chosen of it. */
export function getProgramme(registrationId: string, signal?: AbortSignal): Promise<Programme> {
  return get(`/api/registrations/${registrationId}/sessions`, signal);
}

/**
 * Chooses a session more, or one less. The service keeps the whole choice; where it was changed elsewhere
 * meanwhile, this is done upon what it is now.
 *
 * @param seen the programme as the person saw it
 */
export async function chooseSession(
  registrationId: string,
  seen: Programme,
  sessionId: string,
  wanted: boolean,
): Promise<Programme> {
  let programme = seen;
  for (let tries = 1; ; tries++) {
    try {
      return await put<Programme>(
        `/api/registrations/${registrationId}/sessions`,
        { sessions: choiceWith(programme, sessionId, wanted) },
        { version: programme.version },
      );
    } catch (error) {
      if (!(error instanceof Problem && error.status === 412) || tries >= MOST_TRIES) {
        throw error;
      }
      programme = await getProgramme(registrationId);
    }
  }
}

/** The chosen ids with one more or one less. */
export function choiceWith(
  programme: Programme,
  sessionId: string,
  wanted: boolean,
): readonly string[] {
  const others = programme.sessions
    .filter(({ id, chosen }) => chosen && id !== sessionId)
    .map(({ id }) => id);
  return wanted ? [...others, sessionId] : others;
}

/** All that the person has before them, by its start. */
export function getAgenda(signal?: AbortSignal): Promise<{ items: AgendaItem[] }> {
  return get('/api/registrations/agenda', signal);
}

/** Since when the person's calendar feed has its address; undefined where there is none. */
export function getFeed(signal?: AbortSignal): Promise<{ since?: string }> {
  return get('/api/registrations/agenda/feed', signal);
}

/** Makes a new address; the one before is good for nothing from now on. */
export function renewFeed(): Promise<{ path: string; since: string }> {
  return post('/api/registrations/agenda/feed');
}

export function endFeed(): Promise<undefined> {
  return remove('/api/registrations/agenda/feed');
}
