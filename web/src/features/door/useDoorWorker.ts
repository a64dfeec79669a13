import { useEffect, useState } from 'react';

const WORKER = '/desk/door/worker.js';

/** Has this page kept by the browser, so that it comes up without a network; says once it is. */
export function useDoorWorker(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
      return;
    }
    let left = false;
    const keep = async () => {
      const registration = await navigator.serviceWorker.register(WORKER, {
        updateViaCache: 'none',
      });
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      const look = () => {
        if (!left && registration.active !== null) {
          setReady(true);
        }
      };
      worker?.addEventListener('statechange', look);
      look();
    };
    // A browser that keeps nothing still has the page as long as it is open.
    keep().catch(() => undefined);
    return () => {
      left = true;
    };
  }, []);
  return ready;
}
