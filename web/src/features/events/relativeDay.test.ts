import { expect, it } from 'vitest';
import { monthKey, nearness } from './relativeDay';

const NOW = new Date('2026-11-24T22:00:00+08:00');

it('counts calendar days in Shanghai, not spans of 24 hours', () => {
  expect(nearness('2026-11-25T09:00:00+08:00', '2026-11-25T17:00:00+08:00', NOW)).toEqual({
    when: 'tomorrow',
  });
  expect(nearness('2026-11-24T23:00:00+08:00', '2026-11-25T01:00:00+08:00', NOW)).toEqual({
    when: 'today',
  });
  expect(nearness('2026-11-28T09:00:00+08:00', '2026-11-28T17:00:00+08:00', NOW)).toEqual({
    when: 'days',
    days: 4,
  });
});

it('knows what is under way, over and far', () => {
  expect(nearness('2026-11-24T09:00:00+08:00', '2026-11-25T17:00:00+08:00', NOW).when).toBe(
    'under-way',
  );
  expect(nearness('2026-11-24T09:00:00+08:00', '2026-11-24T22:00:00+08:00', NOW).when).toBe('over');
  expect(nearness('2027-01-09T09:00:00+08:00', '2027-01-09T17:00:00+08:00', NOW).when).toBe('far');
});

it('heads the list by month of Shanghai', () => {
  expect(monthKey('2026-11-30T16:30:00Z')).toBe('2026-12');
});
