import { useState } from 'react';
import type { Door, Entrance } from '../../api/door';

const KEY = 'juxian.door.chosen.';

/** At which of an event's doors this device stands; it remembers. */
export function useChosenDoor(eventId: string, entrance: Entrance) {
  const [id, setId] = useState(() => remembered(eventId));
  const { doors } = entrance;
  const door: Door | undefined =
    doors.find((one) => one.id === id) ?? (doors.length === 1 ? doors[0] : undefined);
  const choose = (chosen: string) => {
    setId(chosen);
    try {
      localStorage.setItem(KEY + eventId, chosen);
    } catch {
      // Without storage one chooses again the next time.
    }
  };
  return { doors, door, choose, missing: doors.length > 0 && door === undefined };
}

function remembered(eventId: string): string {
  try {
    return localStorage.getItem(KEY + eventId) ?? '';
  } catch {
    return '';
  }
}
