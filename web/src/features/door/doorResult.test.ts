import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import { admitted, refused } from './doorResult';

describe('what the door shows', () => {
  it('names the person, with the team if there is one', () => {
    const answer = {
      registrationId: 'r',
      name: '陈怡',
      ticketType: { id: 't', name: { zh: '参赛队', en: 'Team' } },
      checkedInAt: '2026-11-28T09:05:00+08:00',
      scan: { nonce: 'n', direction: 'in' as const, zoneIds: ['all'], at: '2026-11-28T09:05:00Z' },
    };
    expect(admitted(answer)).toMatchObject({ kind: 'admitted', name: '陈怡' });
    expect(admitted({ ...answer, team: { name: '星火一队' } })).toMatchObject({
      name: '星火一队 · 陈怡',
    });
  });

  it('tells coming from going, and both from what was taken back', () => {
    const scan = { nonce: 'n', direction: 'out' as const, zoneIds: [], at: '2026-11-28T09:05:00Z' };
    const answer = {
      registrationId: 'r',
      name: '陈怡',
      ticketType: { id: 't', name: { zh: '观众', en: 'Visitor' } },
      scan,
    };
    expect(admitted(answer).kind).toBe('left');
    expect(admitted({ ...answer, scan: { ...scan, undoneAt: scan.at } }).kind).toBe('undone');
  });

  it('tells a used ticket from a bad one, and a bad one from not knowing', () => {
    const used = new Problem(409, {
      type: 'https://juxian.org/problems/already-checked-in',
      checkedInAt: '2026-11-28T09:05:00+08:00',
    });
    expect(refused(used)).toMatchObject({ kind: 'again', at: '2026-11-28T09:05:00+08:00' });
    expect(
      refused(new Problem(409, { type: 'https://juxian.org/problems/wrong-event' })).kind,
    ).toBe('refused');
    expect(refused(new Problem(422, {})).kind).toBe('refused');
    expect(refused(new Problem(503, {})).kind).toBe('unsure');
    expect(refused(new Problem(0, {})).kind).toBe('unsure');
    expect(refused(new Problem(401, {})).kind).toBe('unsure');
  });
});
