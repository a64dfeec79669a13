import type { PrivacyKind, PrivacyRequest } from '../../api/privacy';

const SOON_MS = 500;
const LATE_MS = 10_000;
const SLOW_MS = 60_000;

/** The last request of a kind, if there was one; they come newest first. */
export function lastOf(
  requests: readonly PrivacyRequest[] | undefined,
  kind: PrivacyKind,
): PrivacyRequest | undefined {
  return requests?.find((request) => request.kind === kind);
}

/** When to look again: soon after it was asked, seldom once a service keeps us waiting, never once it is done. */
export function lookAgainIn(request: PrivacyRequest | undefined, now: number): number | false {
  if (request?.status !== 'pending') {
    return false;
  }
  return Math.min(LATE_MS, Math.max(SOON_MS, ageOf(request, now) / 4));
}

/** True when a service takes so long that what the others have sent may be wanted by itself. */
export function isSlow(request: PrivacyRequest, now: number): boolean {
  return request.status === 'pending' && ageOf(request, now) > SLOW_MS;
}

/** Whether a copy can still be taken. */
export function isKept(request: PrivacyRequest, now: number): boolean {
  return request.keptUntil === undefined || now < Date.parse(request.keptUntil);
}

/** Everybody who was asked, those that are done first, in the order in which they were. */
export function partsOf(request: PrivacyRequest): { service: string; done: string | undefined }[] {
  const done = Object.entries(request.completed)
    .toSorted(([, a], [, b]) => Date.parse(a) - Date.parse(b))
    .map(([service, at]) => ({ service, done: at }));
  return [...done, ...request.missing.map((service) => ({ service, done: undefined }))];
}

function ageOf(request: PrivacyRequest, now: number): number {
  return now - Date.parse(request.at);
}
