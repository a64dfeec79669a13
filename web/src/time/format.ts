import type { Language } from '../api/types';
import type { ClockTime } from './zone';
import { clockTime, sameDay } from './zone';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

const MONTHS: readonly string[] = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/** `9:00`, `13:30`. */
export function formatClock(time: string | Date): string {
  return clock(clockTime(time));
}

/** `11月28日 周六` or `Sat 28 Nov`, with the year if it is not this one. */
export function formatDay(time: string, language: Language, now: Date = new Date()): string {
  return day(clockTime(time), language, clockTime(now).year);
}

/** `11月28日 周六 9:00` or `Sat 28 Nov, 9:00`. */
export function formatMoment(time: string, language: Language, now: Date = new Date()): string {
  const separator = language === 'zh' ? ' ' : ', ';
  return `${formatDay(time, language, now)}${separator}${formatClock(time)}`;
}

/**
 * A range with what both ends share said once: `11月28日 周六 9:00–17:00` on one day,
 * `11月28日 周六 9:00 – 29日 周日 17:00` within a month.
 */
export function formatRange(
  from: string,
  to: string,
  language: Language,
  now: Date = new Date(),
): string {
  if (sameDay(from, to)) {
    const start = formatMoment(from, language, now);
    return from === to ? start : `${start}–${formatClock(to)}`;
  }
  return `${formatMoment(from, language, now)} – ${rangeEnd(from, to, language, now)}`;
}

/** `2026年11月` or `November 2026` in short: the heading over a month's events. */
export function formatMonth(time: string, language: Language): string {
  const { year, month } = clockTime(time);
  return language === 'zh' ? `${year}年${month}月` : `${monthName(month)} ${year}`;
}

/** The parts of a calendar leaf: `28`, `11月`, `周六`. */
export function calendarLeaf(
  time: string,
  language: Language,
): { day: string; month: string; weekday: string } {
  const parts = clockTime(time);
  return {
    day: String(parts.day),
    month: language === 'zh' ? `${parts.month}月` : monthName(parts.month),
    weekday: weekdayName(parts, language),
  };
}

/** `1 小时 30 分钟` or `1 h 30 min`. */
export function formatDuration(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const [h, min] = language === 'zh' ? ['小时', '分钟'] : ['h', 'min'];
  const parts = [hours > 0 ? `${hours} ${h}` : '', rest > 0 || hours === 0 ? `${rest} ${min}` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

function rangeEnd(from: string, to: string, language: Language, now: Date): string {
  const start = clockTime(from);
  const end = clockTime(to);
  if (language === 'en') {
    return formatMoment(to, 'en', start.year === end.year ? new Date(to) : now);
  }
  const weekday = weekdayName(end, 'zh');
  if (start.year === end.year && start.month === end.month) {
    return `${end.day}日 ${weekday} ${clock(end)}`;
  }
  const year = start.year === end.year ? '' : `${end.year}年`;
  return `${year}${end.month}月${end.day}日 ${weekday} ${clock(end)}`;
}

function day(time: ClockTime, language: Language, thisYear: number): string {
  const weekday = weekdayName(time, language);
  if (language === 'zh') {
    const year = time.year === thisYear ? '' : `${time.year}年`;
    return `${year}${time.month}月${time.day}日 ${weekday}`;
  }
  const year = time.year === thisYear ? '' : ` ${time.year}`;
  return `${weekday} ${time.day} ${monthName(time.month)}${year}`;
}

function clock(time: ClockTime): string {
  return `${time.hour}:${String(time.minute).padStart(2, '0')}`;
}

function weekdayName(time: ClockTime, language: Language): string {
  return WEEKDAYS[language][time.weekday] ?? '';
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}
