import { describe, expect, it } from 'vitest';
import { choiceWith } from '../../api/agenda';
import type { Programme } from '../../api/agendaTypes';
import { byTime, overlaps } from './clashes';

const at = (from: string, to: string) => ({
  startsAt: `2026-12-16T${from}:00+08:00`,
  endsAt: `2026-12-16T${to}:00+08:00`,
});

describe('two spans of time', () => {
  it('overlap where they share a moment, not where one follows the other', () => {
    expect(overlaps(at('14:00', '14:45'), at('14:30', '15:00'))).toBe(true);
    expect(overlaps(at('14:00', '14:45'), at('14:45', '15:00'))).toBe(false);
    expect(
      overlaps(at('14:00', '14:45'), {
        startsAt: '2026-12-16T06:10:00Z',
        endsAt: '2026-12-16T06:20:00Z',
      }),
    ).toBe(true);
  });

  it('come by start, and the longer first where they begin together', () => {
    const all = [at('15:00', '15:30'), at('14:00', '14:45'), at('14:00', '17:30')];
    expect(all.toSorted(byTime).map(({ endsAt }) => endsAt.slice(11, 16))).toEqual([
      '17:30',
      '14:45',
      '15:30',
    ]);
  });
});

describe('a choice', () => {
  const programme = {
    sessions: [
      { id: 'a', chosen: true },
      { id: 'b', chosen: false },
    ],
  } as unknown as Programme;

  it('grows and shrinks by one', () => {
    expect(choiceWith(programme, 'b', true)).toEqual(['a', 'b']);
    expect(choiceWith(programme, 'a', false)).toEqual([]);
    expect(choiceWith(programme, 'a', true)).toEqual(['a']);
  });
});
