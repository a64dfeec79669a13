import { get, post, put, remove, withQuery } from './http';
import type {
  ApplicationStatus,
  Booth,
  BoothApplication,
  BoothApplicationRequest,
  Competition,
  CompetitionRequest,
  Entry,
  EventKind,
  Fair,
  FairRequest,
  Forum,
  ForumRequest,
  ForumSession,
  ForumSessionRequest,
  Heat,
  HeatRequest,
  MyHeat,
  Page,
  Text,
} from './types';

/** The request and answer of each kind of event. */
export interface OwnedKinds {
  fair: { request: FairRequest; answer: Fair };
  competition: { request: CompetitionRequest; answer: Competition };
  forum: { request: ForumRequest; answer: Forum };
}

const PATHS: Readonly<Record<EventKind, string>> = {
  fair: '/api/fairs',
  competition: '/api/competitions',
  forum: '/api/forums',
};

/** The caller's own events of one kind, drafts included. */
export function listOwned<K extends EventKind>(
  kind: K,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<Page<OwnedKinds[K]['answer']>> {
  return get(withQuery(PATHS[kind], { cursor, limit: 100 }), signal);
}

export function getOwned<K extends EventKind>(
  kind: K,
  id: string,
  signal?: AbortSignal,
): Promise<OwnedKinds[K]['answer']> {
  return get(`${PATHS[kind]}/${id}`, signal);
}

export function createOwned<K extends EventKind>(
  kind: K,
  request: OwnedKinds[K]['request'],
  idempotencyKey: string,
): Promise<OwnedKinds[K]['answer']> {
  return post(PATHS[kind], request, { idempotencyKey });
}

export function replaceOwned<K extends EventKind>(
  kind: K,
  id: string,
  version: number,
  request: OwnedKinds[K]['request'],
): Promise<OwnedKinds[K]['answer']> {
  return put(`${PATHS[kind]}/${id}`, request, { version });
}

export function publishOwned(kind: EventKind, id: string, version: number): Promise<unknown> {
  return post(`${PATHS[kind]}/${id}/publish`, undefined, { version });
}

export function cancelOwned(
  kind: EventKind,
  id: string,
  version: number,
  reason: Text | undefined,
): Promise<unknown> {
  return post(`${PATHS[kind]}/${id}/cancel`, reason === undefined ? {} : { reason }, { version });
}

// --- booths

export function listBooths(fairId: string, signal?: AbortSignal): Promise<Booth[] | Page<Booth>> {
  return get(`/api/fairs/${fairId}/booths`, signal);
}

export function applyForBooth(
  fairId: string,
  request: BoothApplicationRequest,
  idempotencyKey: string,
): Promise<BoothApplication> {
  return post(`/api/fairs/${fairId}/applications`, request, { idempotencyKey });
}

export function listApplications(
  fairId: string,
  status: ApplicationStatus | '',
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<Page<BoothApplication>> {
  return get(
    withQuery(`/api/fairs/${fairId}/applications`, { status, cursor, limit: 200 }),
    signal,
  );
}

export function listMyApplications(signal?: AbortSignal): Promise<Page<BoothApplication>> {
  return get('/api/fairs/applications/mine', signal);
}

export function assignBooth(
  application: BoothApplication,
  boothId: string,
): Promise<BoothApplication> {
  return post(
    applicationPath(application, 'assign'),
    { boothId },
    { version: application.version },
  );
}

export function rejectApplication(
  application: BoothApplication,
  reason: string,
): Promise<BoothApplication> {
  return post(applicationPath(application, 'reject'), { reason }, { version: application.version });
}

export function withdrawApplication(
  application: BoothApplication,
  reason: string | undefined,
): Promise<BoothApplication> {
  return post(applicationPath(application, 'withdraw'), reason === undefined ? {} : { reason }, {
    version: application.version,
  });
}

function applicationPath(application: BoothApplication, step: string): string {
  return `/api/fairs/${application.fairId}/applications/${application.id}/${step}`;
}

// --- heats

export function listEntries(competitionId: string, signal?: AbortSignal): Promise<Page<Entry>> {
  return get(withQuery(`/api/competitions/${competitionId}/entries`, { limit: 200 }), signal);
}

export function listHeats(competitionId: string, signal?: AbortSignal): Promise<Page<Heat>> {
  return get(withQuery(`/api/competitions/${competitionId}/heats`, { limit: 200 }), signal);
}

/** The heats in which the caller competes. */
export function listMyHeats(signal?: AbortSignal): Promise<Page<MyHeat>> {
  return get('/api/competitions/heats/mine', signal);
}

export function createHeat(
  competitionId: string,
  request: HeatRequest,
  idempotencyKey: string,
): Promise<Heat> {
  return post(`/api/competitions/${competitionId}/heats`, request, { idempotencyKey });
}

export function replaceHeat(
  competitionId: string,
  heatId: string,
  version: number,
  request: HeatRequest,
): Promise<Heat> {
  return put(`/api/competitions/${competitionId}/heats/${heatId}`, request, { version });
}

export function deleteHeat(
  competitionId: string,
  heatId: string,
  version: number,
): Promise<undefined> {
  return remove(`/api/competitions/${competitionId}/heats/${heatId}`, { version });
}

// --- agenda

export function listSessions(forumId: string, signal?: AbortSignal): Promise<Page<ForumSession>> {
  return get(withQuery(`/api/forums/${forumId}/sessions`, { limit: 200 }), signal);
}

export function createSession(
  forumId: string,
  version: number,
  request: ForumSessionRequest,
  idempotencyKey: string,
): Promise<ForumSession> {
  return post(`/api/forums/${forumId}/sessions`, request, { version, idempotencyKey });
}

export function replaceSession(
  forumId: string,
  sessionId: string,
  version: number,
  request: ForumSessionRequest,
): Promise<ForumSession> {
  return put(`/api/forums/${forumId}/sessions/${sessionId}`, request, { version });
}

export function deleteSession(
  forumId: string,
  sessionId: string,
  version: number,
): Promise<undefined> {
  return remove(`/api/forums/${forumId}/sessions/${sessionId}`, { version });
}
