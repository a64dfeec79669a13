import { Problem, problemFrom } from './problem';
import type { Language } from './types';

const UNSAFE_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 60_000;
const CSRF_COOKIE = 'XSRF-TOKEN';

let acceptLanguage = 'zh-CN';

/** Sets the language in which the services word their answers. */
export function setRequestLanguage(language: Language): void {
  acceptLanguage = language === 'zh' ? 'zh-CN' : 'en';
}

type QueryValue = string | number | undefined;

/** The path with the query parameters that have a value. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Reads JSON. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return call<T>('GET', path, { signal });
}

interface WriteOptions {
  /** The version that the person saw; sent as `If-Match`. */
  version?: number;
  /** One per form submission, the same over its retries. */
  idempotencyKey?: string;
}

/** Sends JSON with POST. */
export function post<T = undefined>(
  path: string,
  body?: unknown,
  options: WriteOptions = {},
): Promise<T> {
  return write<T>('POST', path, body, options);
}

/** Sends JSON with PUT. */
export function put<T = undefined>(
  path: string,
  body: unknown,
  options: WriteOptions = {},
): Promise<T> {
  return write<T>('PUT', path, body, options);
}

/** Sends JSON with PATCH. */
export function patch<T = undefined>(path: string, body: unknown): Promise<T> {
  return write<T>('PATCH', path, body, {});
}

/** Deletes. */
export function remove(path: string, options: WriteOptions = {}): Promise<undefined> {
  return write('DELETE', path, undefined, options);
}

/** Sends a file as the part `file` of a form. */
export async function upload<T>(path: string, file: File, idempotencyKey?: string): Promise<T> {
  const body = new FormData();
  body.set('file', file);
  const headers = await csrfHeaders();
  if (idempotencyKey !== undefined) {
    headers['Idempotency-Key'] = idempotencyKey;
  }
  return call<T>('POST', path, {
    headers,
    body,
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  });
}

/** Reads one cookie's value from a `document.cookie` string. */
export function cookieValue(cookies: string, name: string): string | undefined {
  for (const cookie of cookies.split(';')) {
    const [key, ...rest] = cookie.trim().split('=');
    if (key === name) {
      return decodeURIComponent(rest.join('='));
    }
  }
  return undefined;
}

async function write<T>(
  method: string,
  path: string,
  body: unknown,
  options: WriteOptions,
): Promise<T> {
  const headers = await csrfHeaders();
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.version !== undefined) {
    headers['If-Match'] = `"${options.version}"`;
  }
  if (options.idempotencyKey !== undefined) {
    headers['Idempotency-Key'] = options.idempotencyKey;
  }
  return call<T>(method, path, {
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(UNSAFE_TIMEOUT_MS),
  });
}

async function csrfHeaders(): Promise<Record<string, string>> {
  const token = await csrfToken();
  return token === undefined ? {} : { 'X-XSRF-TOKEN': token };
}

/** The gateway hands the token out as a cookie with any answer; the session is the cheapest one. */
async function csrfToken(): Promise<string | undefined> {
  const known = cookieValue(document.cookie, CSRF_COOKIE);
  if (known !== undefined) {
    return known;
  }
  await fetch('/api/session', { credentials: 'same-origin' }).catch(() => undefined);
  return cookieValue(document.cookie, CSRF_COOKIE);
}

interface CallInit {
  headers?: Record<string, string>;
  body?: string | FormData | undefined;
  signal?: AbortSignal | undefined;
}

async function call<T>(method: string, path: string, init: CallInit): Promise<T> {
  const response = await reach(path, {
    ...init,
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Accept-Language': acceptLanguage, ...init.headers },
  });
  if (!response.ok) {
    throw await problemFrom(response);
  }
  const text = await response.text();
  return parseAnswer(text) as T;
}

/** Reads an answer; an empty one is `undefined`, and so is every member that is null. */
export function parseAnswer(text: string): unknown {
  return text === ''
    ? undefined
    : JSON.parse(text, (_key, value: unknown) => (value === null ? undefined : value));
}

/** No answer at all (offline, refused, timed out) is a problem with status 0; an abort stays an abort. */
async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(0, {});
  }
}
