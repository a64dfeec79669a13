import { askedFor, outdated, storeOf } from './rules';

/**
 * Keeps the page of the door, so that it comes up without a network after a reload or a restart of the
 * browser. It lies below `/desk/door/`, which is all that it serves.
 */
declare const self: ServiceWorkerGlobalScope;

/** The page's files, written in by the build. */
declare const DOOR_FILES: readonly string[];

const PAGE = '/index.html';
/** A network that does not answer by then is as good as none. */
const PATIENCE_MS = 4000;

const list: readonly string[] = DOOR_FILES;
const files = new Set(list);
const store = storeOf(list);

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const kept = await caches.open(store);
      await kept.add(new Request(PAGE, { cache: 'reload' }));
      await kept.addAll([...list]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const gone = outdated(await caches.keys(), store);
      await Promise.all(gone.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  switch (askedFor(event.request, self.location.origin, files)) {
    case 'page':
      event.respondWith(page(event.request));
      break;
    case 'file':
      event.respondWith(file(event.request));
      break;
    case 'other':
      break;
  }
});

/** As the network has it, if it answers soon and well; else as it was kept. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(store)).match(PAGE);
  if (kept === undefined) {
    return fetch(request);
  }
  try {
    const answer = await Promise.race([fetch(request), impatience()]);
    return answer === undefined || answer.status >= 500 ? kept : answer;
  } catch {
    return kept;
  }
}

function impatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}

/** Files of a build never change, so what is kept is as good as new. */
async function file(request: Request): Promise<Response> {
  const kept = await (await caches.open(store)).match(request, { ignoreVary: true });
  return kept ?? fetch(request);
}
