import { get, put } from './http';

/** The rules of one ticket type, as far as the app knows them; the rest comes back as it was. */
export interface AdmissionTypeRules {
  typeId: string;
  needsApproval?: boolean;
  invitationOnly?: boolean;
  transferable?: boolean;
}

/** What an organiser settled about admission; a change sends all of it. */
export interface Admission {
  version: number;
  /** Whether registrations made before still wait to be brought under it. */
  settling: boolean;
  types: AdmissionTypeRules[];
}

export function getAdmission(eventId: string, signal?: AbortSignal): Promise<Admission> {
  return get(`/api/events/${eventId}/admission`, signal);
}

/** Sends all that is settled; what the service alone says of it is left out. */
export function saveAdmission(eventId: string, admission: Admission): Promise<Admission> {
  const settings = { ...admission, version: undefined, settling: undefined };
  return put(`/api/events/${eventId}/admission`, settings, { version: admission.version });
}
