/** What a request of the door page asks for, as far as it matters without a network. */
export type Asked = 'page' | 'file' | 'other';

interface Request {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/**
 * The page itself and the files that it is built of may be kept. Everything else, above all what the
 * services answer, goes past the worker: it is never kept.
 */
export function askedFor(request: Request, origin: string, files: ReadonlySet<string>): Asked {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) {
    return 'other';
  }
  if (request.mode === 'navigate') {
    return url.pathname.startsWith('/desk/door/') ? 'page' : 'other';
  }
  return files.has(url.pathname) ? 'file' : 'other';
}

const NAME = 'juxian-door-';

/** One store for each build: its page and its files belong together. */
export function storeOf(files: readonly string[]): string {
  let hash = 0;
  for (const character of files.join(' ')) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return NAME + hash.toString(16);
}

/** The stores of other builds. */
export function outdated(stores: readonly string[], current: string): readonly string[] {
  return stores.filter((name) => name.startsWith(NAME) && name !== current);
}
