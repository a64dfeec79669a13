import { useEffect, useState } from 'react';
import type { LiveCounts } from '../../api/door';
import { liveAddress } from '../../api/door';
import { parseAnswer } from '../../api/http';

const TRY_AGAIN_MS = 10_000;

/** Counts as the service pushes them. The browser connects again by itself, unless it was refused. */
export function useLiveCounts(eventId: string): { counts: LiveCounts | undefined; open: boolean } {
  const [counts, setCounts] = useState<LiveCounts>();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    const connect = () => {
      source = new EventSource(liveAddress(eventId));
      source.addEventListener('open', () => setOpen(true));
      source.addEventListener('counts', (event: MessageEvent<string>) =>
        setCounts(parseAnswer(event.data) as LiveCounts),
      );
      source.addEventListener('error', () => {
        setOpen(false);
        if (source.readyState === EventSource.CLOSED) {
          again = setTimeout(connect, TRY_AGAIN_MS);
        }
      });
    };
    connect();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [eventId]);
  return { counts, open };
}
