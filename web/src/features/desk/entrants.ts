import type { Entry } from '../../api/types';

/** What an entry is called: the team's name, or the entrant's. */
export function entrantOf(entry: Entry): string {
  return entry.team?.name ?? entry.name;
}
