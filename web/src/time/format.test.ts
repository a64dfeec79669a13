import { describe, expect, it } from 'vitest';
import { formatDay, formatDuration, formatMoment, formatMonth, formatRange } from './format';
import { fromInputTime, plusMinutes, toInputTime } from './zone';

const NOW = new Date('2026-11-24T04:00:00Z');

describe('a range of time', () => {
  it('says the day once when both ends fall on it', () => {
    const range = ['2026-11-28T09:00:00+08:00', '2026-11-28T17:00:00+08:00'] as const;
    expect(formatRange(...range, 'zh', NOW)).toBe('11月28日 周六 9:00–17:00');
    expect(formatRange(...range, 'en', NOW)).toBe('Sat 28 Nov, 9:00–17:00');
  });

  it('says the month once within a month', () => {
    const range = ['2026-11-28T09:00:00+08:00', '2026-11-29T16:30:00+08:00'] as const;
    expect(formatRange(...range, 'zh', NOW)).toBe('11月28日 周六 9:00 – 29日 周日 16:30');
    expect(formatRange(...range, 'en', NOW)).toBe('Sat 28 Nov, 9:00 – Sun 29 Nov, 16:30');
  });

  it('names both months across a month and both years across a year', () => {
    expect(formatRange('2026-11-30T09:00:00+08:00', '2026-12-01T09:05:00+08:00', 'zh', NOW)).toBe(
      '11月30日 周一 9:00 – 12月1日 周二 9:05',
    );
    const overNewYear = ['2026-12-31T20:00:00+08:00', '2027-01-01T01:00:00+08:00'] as const;
    expect(formatRange(...overNewYear, 'zh', NOW)).toBe(
      '12月31日 周四 20:00 – 2027年1月1日 周五 1:00',
    );
    expect(formatRange(...overNewYear, 'en', NOW)).toBe('Thu 31 Dec, 20:00 – Fri 1 Jan 2027, 1:00');
  });

  it('names another year once', () => {
    const range = ['2027-03-06T09:00:00+08:00', '2027-03-07T17:00:00+08:00'] as const;
    expect(formatRange(...range, 'zh', NOW)).toBe('2027年3月6日 周六 9:00 – 7日 周日 17:00');
    expect(formatRange(...range, 'en', NOW)).toBe('Sat 6 Mar 2027, 9:00 – Sun 7 Mar, 17:00');
  });
});

describe('a moment', () => {
  it('is read on the clock of Shanghai whatever its offset', () => {
    expect(formatMoment('2026-11-27T23:30:00Z', 'zh', NOW)).toBe('11月28日 周六 7:30');
    expect(formatDay('2026-11-28T00:00:00-05:00', 'en', NOW)).toBe('Sat 28 Nov');
    expect(formatMonth('2026-10-31T16:30:00Z', 'zh')).toBe('2026年11月');
  });

  it('goes into a date-time input and comes back', () => {
    const typed = toInputTime('2026-11-27T23:30:00Z');
    expect(typed).toBe('2026-11-28T07:30');
    expect(fromInputTime(typed)).toBe('2026-11-28T07:30:00+08:00');
    expect(fromInputTime('')).toBe('');
    expect(plusMinutes('2026-11-28T23:45:00+08:00', 30)).toBe('2026-11-29T00:15:00+08:00');
  });
});

describe('a duration', () => {
  it('leaves out what is zero', () => {
    expect(formatDuration(90, 'zh')).toBe('1 小时 30 分钟');
    expect(formatDuration(120, 'en')).toBe('2 h');
    expect(formatDuration(0, 'en')).toBe('0 min');
  });
});
