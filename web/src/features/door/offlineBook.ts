import type {
  Direction,
  Entrance,
  Revoked,
  ScanResult,
  TicketKey,
  UploadedScan,
} from '../../api/door';
import type { Text } from '../../api/types';

/** What a device keeps of one event's door while it has no network. Kept in the browser's storage. */
export interface OfflineBook {
  /** Scans that the service has not heard of yet, oldest first. */
  readonly waiting: readonly UploadedScan[];
  /** How many of those sent later were in doubt or refused. */
  readonly odd: number;
  /** Who is in as far as this device knows, by registration and door. */
  readonly seen: Readonly<Record<string, string>>;
  readonly keys: readonly TicketKey[];
  readonly revoked: Readonly<Record<string, Revoked>>;
  /** With which to ask for more revoked tickets. */
  readonly resume: string | undefined;
  /** What the event is called and which doors it has, as it was heard last. */
  readonly title?: Text;
  readonly entrance?: Entrance;
}

export const EMPTY_BOOK: OfflineBook = {
  waiting: [],
  odd: 0,
  seen: {},
  keys: [],
  revoked: {},
  resume: undefined,
};

/** So many are sent at a time. */
export const BATCH = 100;

const DEVICE_KEY = 'juxian.door.device';

export function bookKey(eventId: string): string {
  return `juxian.door.${eventId}`;
}

/** Reads the book; one that cannot be read is as good as none. */
export function readBook(text: string | null): OfflineBook {
  if (text === null) {
    return EMPTY_BOOK;
  }
  try {
    return { ...EMPTY_BOOK, ...(JSON.parse(text) as Partial<OfflineBook>) };
  } catch {
    return EMPTY_BOOK;
  }
}

/** Whether this device can judge tickets by itself: then it was at this door, with a network. */
export function knowsDoor(text: string | null): boolean {
  return readBook(text).keys.length > 0;
}

/** When this device let the person in through this door; `undefined` if they are out or never came. */
export function seenAt(
  book: OfflineBook,
  registrationId: string,
  doorId: string,
): string | undefined {
  return book.seen[`${registrationId} ${doorId}`];
}

/** The book after somebody came in or went out. */
export function withPassage(
  book: OfflineBook,
  registrationId: string,
  doorId: string,
  direction: Direction,
  at: string,
): OfflineBook {
  const key = `${registrationId} ${doorId}`;
  const others = Object.fromEntries(Object.entries(book.seen).filter(([one]) => one !== key));
  return { ...book, seen: direction === 'in' ? { ...others, [key]: at } : others };
}

export function withWaiting(book: OfflineBook, scan: UploadedScan): OfflineBook {
  return { ...book, waiting: [...book.waiting, scan] };
}

/**
 * Whether the service must hear first of what this device did by itself: else it would let the same
 * ticket in once more. Of somebody in the list the device does not know the ticket.
 */
export function mustTellFirst(book: OfflineBook, token: string | undefined): boolean {
  return book.waiting.some((scan) => token === undefined || scan.token === token);
}

/** The book after the service answered: what it has heard of waits no longer. */
export function withAnswers(book: OfflineBook, answers: readonly ScanResult[]): OfflineBook {
  const heard = new Set(answers.map(({ nonce }) => nonce));
  return {
    ...book,
    waiting: book.waiting.filter(({ nonce }) => !heard.has(nonce)),
    odd: book.odd + answers.filter(({ result }) => result !== 'counted').length,
  };
}

export function withRevoked(
  book: OfflineBook,
  items: readonly Revoked[],
  resume: string,
): OfflineBook {
  const revoked = { ...book.revoked };
  for (const item of items) {
    revoked[item.registrationId] = item;
  }
  return { ...book, revoked, resume };
}

/** The device's name: made once, the same from then on. */
export function deviceId(storage: Storage, make: () => string = () => crypto.randomUUID()): string {
  const known = storage.getItem(DEVICE_KEY);
  if (known !== null && /^[A-Za-z0-9_-]{16,64}$/.test(known)) {
    return known;
  }
  const made = make();
  storage.setItem(DEVICE_KEY, made);
  return made;
}
