import { useEffect, useState } from 'react';

/** Whole seconds until a moment, counted down; 0 once it has passed or if there is none. */
export function useCountdown(until: string | undefined): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (until === undefined) {
      setSeconds(0);
      return;
    }
    const update = () => setSeconds(secondsUntil(until, Date.now()));
    update();
    const timer = setInterval(update, 500);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}

/** Whole seconds from `now` (ms since 1970) until a moment, never below 0. */
export function secondsUntil(until: string, now: number): number {
  const remaining = Math.ceil((Date.parse(until) - now) / 1000);
  return Number.isNaN(remaining) ? 0 : Math.max(0, remaining);
}
