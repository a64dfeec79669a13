import { useCallback, useEffect, useRef, useState } from 'react';
import { getTicketKeys, listRevoked, uploadScans } from '../../api/door';
import type { Entrance } from '../../api/door';
import { Problem } from '../../api/problem';
import type { Text } from '../../api/types';
import type { OfflineBook } from './offlineBook';
import {
  BATCH,
  bookKey,
  deviceId,
  knowsDoor,
  readBook,
  withAnswers,
  withRevoked,
} from './offlineBook';

const LEARN_EVERY_MS = 5 * 60_000;
const SEND_EVERY_MS = 15_000;
const MOST_PAGES = 200;

/** The book of one event's door, in the browser's storage so that it outlives the page. */
export function useBook(eventId: string) {
  const [book, setBook] = useState<OfflineBook>(() => readBook(load(bookKey(eventId))));
  const [sending, setSending] = useState(false);
  const current = useRef(book);
  const flight = useRef<Promise<void>>(undefined);
  const update = useCallback(
    (change: (before: OfflineBook) => OfflineBook) => {
      current.current = change(current.current);
      setBook(current.current);
      store(bookKey(eventId), JSON.stringify(current.current));
    },
    [eventId],
  );
  const sendAll = useCallback(async () => {
    setSending(true);
    try {
      while (current.current.waiting.length > 0) {
        const batch = current.current.waiting.slice(0, BATCH);
        const { items } = await uploadScans(eventId, deviceId(localStorage), batch);
        update((before) => withAnswers(before, items));
      }
    } catch (error) {
      if (!(error instanceof Problem)) {
        throw error;
      }
      // What was not sent waits for the next time.
    } finally {
      flight.current = undefined;
      setSending(false);
    }
  }, [eventId, update]);
  /** Sends what waits, or joins who does so already. */
  const send = useCallback(async () => {
    if (flight.current === undefined && current.current.waiting.length > 0) {
      flight.current = sendAll();
    }
    await flight.current;
  }, [sendAll]);
  const learn = useCallback(async () => {
    try {
      const { items: keys } = await getTicketKeys();
      update((before) => ({ ...before, keys }));
      let cursor = current.current.resume;
      for (let page = 0; page < MOST_PAGES; page++) {
        const { items, next, resume } = await listRevoked(eventId, cursor);
        update((before) => withRevoked(before, items, resume));
        if (next === undefined) {
          return;
        }
        cursor = next;
      }
    } catch (error) {
      if (!(error instanceof Problem)) {
        throw error;
      }
      // Without a network the door works with what it knows.
    }
  }, [eventId, update]);
  useEvery(learn, LEARN_EVERY_MS);
  useEvery(send, SEND_EVERY_MS);
  return { book, current, update, send, sending };
}

/** Keeps what the event is called and which doors it has, for when there is no network. */
export function useRemembered(
  { update }: ReturnType<typeof useBook>,
  title: Text | undefined,
  entrance: Entrance | undefined,
) {
  useEffect(() => {
    if (title !== undefined) {
      update((before) => ({ ...before, title }));
    }
  }, [update, title]);
  useEffect(() => {
    if (entrance !== undefined) {
      update((before) => ({ ...before, entrance }));
    }
  }, [update, entrance]);
}

/** Now, every so often, and when the network is back. */
function useEvery(work: () => Promise<void>, everyMs: number) {
  useEffect(() => {
    const go = () => {
      if (navigator.onLine) {
        void work();
      }
    };
    const first = setTimeout(go, 0);
    const timer = setInterval(go, everyMs);
    window.addEventListener('online', go);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      window.removeEventListener('online', go);
    };
  }, [work, everyMs]);
}

/** Whether the browser believes that there is a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

/** Whether this device has worked at the event's door. */
export function hasWorkedAt(eventId: string): boolean {
  return knowsDoor(load(bookKey(eventId)));
}

function load(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the book lives as long as the page.
  }
}
