import { get, post } from './http';

/** A time at a booth's table that the person took or can take. */
export interface Slot {
  id: string;
  table: number;
  startsAt: string;
  endsAt: string;
  mine: boolean;
}

/** A slot as its exhibitor sees it. */
export interface Interview {
  id: string;
  table: number;
  startsAt: string;
  endsAt: string;
  /** Who took it; absent while it is free. */
  guestName?: string;
}

/** Slots in a row. */
export interface OpeningRequest {
  table: number;
  startsAt: string;
  minutes: number;
  gapMinutes: number;
  count: number;
}

interface Items<T> {
  items: T[];
}

export function listSlots(
  fairId: string,
  boothId: string,
  signal?: AbortSignal,
): Promise<Items<Slot>> {
  return get(`/api/fairs/${fairId}/booths/${boothId}/interviews`, signal);
}

export function takeSlot(fairId: string, slotId: string, name: string): Promise<Slot> {
  return post(`/api/fairs/${fairId}/interviews/${slotId}/take`, { name });
}

export function giveSlotBack(fairId: string, slotId: string): Promise<Slot> {
  return post(`/api/fairs/${fairId}/interviews/${slotId}/give-back`);
}

export function listInterviews(
  fairId: string,
  applicationId: string,
  signal?: AbortSignal,
): Promise<Items<Interview>> {
  return get(interviewsPath(fairId, applicationId), signal);
}

export function openInterviews(
  fairId: string,
  applicationId: string,
  request: OpeningRequest,
  idempotencyKey: string,
): Promise<Items<Interview>> {
  return post(interviewsPath(fairId, applicationId), request, { idempotencyKey });
}

export function closeInterview(
  fairId: string,
  applicationId: string,
  slotId: string,
  reason: string | undefined,
): Promise<Items<Interview>> {
  return post(
    `${interviewsPath(fairId, applicationId)}/${slotId}/close`,
    reason === undefined ? {} : { reason },
  );
}

function interviewsPath(fairId: string, applicationId: string): string {
  return `/api/fairs/${fairId}/applications/${applicationId}/interviews`;
}
