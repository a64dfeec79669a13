import type { Door, Entrance, Zone } from '../../api/door';

const NOTHING = { zh: '', en: '' };

/** Where those are who came in before there were zones; so the first zone gets this id. */
const WHOLE_EVENT = 'all';

/** A short id that none of these has. */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  const known = new Set(taken.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = `${prefix}-${number}`;
    if (!known.has(id)) {
      return id;
    }
  }
}

export function withZone(entrance: Entrance): Entrance {
  const zone: Zone = {
    id: entrance.zones.length === 0 ? WHOLE_EVENT : freeId('zone', entrance.zones),
    name: NOTHING,
    reEntry: 'none',
    ticketTypeIds: [],
  };
  return { ...entrance, zones: [...entrance.zones, zone] };
}

/** Without this zone; no door leads there any more. */
export function withoutZone(entrance: Entrance, id: string): Entrance {
  return {
    ...entrance,
    zones: entrance.zones.filter((zone) => zone.id !== id),
    doors: entrance.doors.map((door) => ({
      ...door,
      zoneIds: door.zoneIds.filter((zoneId) => zoneId !== id),
    })),
  };
}

/** With another door, to the first zone. */
export function withDoor(entrance: Entrance): Entrance {
  const door: Door = {
    id: freeId('door', entrance.doors),
    name: NOTHING,
    zoneIds: entrance.zones.slice(0, 1).map(({ id }) => id),
  };
  return { ...entrance, doors: [...entrance.doors, door] };
}

/** With this one in it, or without it if it was. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
