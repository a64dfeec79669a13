import { describe, expect, it } from 'vitest';
import {
  EMPTY_BOOK,
  mustTellFirst,
  readBook,
  seenAt,
  withAnswers,
  withPassage,
  withRevoked,
  withWaiting,
} from './offlineBook';

const scan = (nonce: string) => ({
  nonce,
  token: 'JX1.A',
  direction: 'in' as const,
  at: '2026-11-28T09:00:00Z',
});

describe('what a device keeps without a network', () => {
  it('keeps a scan until the service has heard of it', () => {
    const book = withWaiting(withWaiting(EMPTY_BOOK, scan('a')), scan('b'));
    const answered = withAnswers(book, [{ nonce: 'a', result: 'in-doubt', reason: 'already-in' }]);
    expect(answered.waiting.map(({ nonce }) => nonce)).toEqual(['b']);
    expect(answered.odd).toBe(1);
    expect(withAnswers(answered, [{ nonce: 'b', result: 'counted' }])).toMatchObject({
      waiting: [],
      odd: 1,
    });
    expect(mustTellFirst(book, 'JX1.A')).toBe(true);
    expect(mustTellFirst(book, 'JX1.B')).toBe(false);
    expect(mustTellFirst(book, undefined)).toBe(true);
    expect(mustTellFirst(EMPTY_BOOK, undefined)).toBe(false);
  });

  it('knows whom it let in itself, until they go out', () => {
    const book = withPassage(EMPTY_BOOK, 'r', 'main', 'in', '9:00');
    expect(seenAt(book, 'r', 'main')).toBe('9:00');
    expect(seenAt(book, 'r', 'side')).toBeUndefined();
    expect(seenAt(withPassage(book, 'r', 'main', 'out', '9:05'), 'r', 'main')).toBeUndefined();
  });

  it('keeps the last that it heard of a revoked ticket', () => {
    const once = withRevoked(EMPTY_BOOK, [{ registrationId: 'r', validRevision: 1 }], 'x');
    const again = withRevoked(once, [{ registrationId: 'r' }], 'y');
    expect(again.revoked).toEqual({ r: { registrationId: 'r' } });
    expect(again.resume).toBe('y');
  });

  it('begins anew where what it kept cannot be read', () => {
    expect(readBook(null)).toEqual(EMPTY_BOOK);
    expect(readBook('{')).toEqual(EMPTY_BOOK);
    expect(readBook(JSON.stringify(withWaiting(EMPTY_BOOK, scan('a')))).waiting).toHaveLength(1);
  });
});
