import { get, patch, post, put, remove, withQuery } from './http';
import type {
  CodeIssued,
  Grant,
  Language,
  Organisation,
  OrganisationKind,
  OrganisationRequest,
  Page,
  Person,
  Role,
  Session,
} from './types';

/** Who the browser's session belongs to, as the gateway knows it. */
export function getSession(): Promise<Session> {
  return get('/api/session');
}

export function signOut(): Promise<undefined> {
  return post('/api/session/sign-out');
}

/** Sends a one-time code to a phone or mail address. */
export function requestCode(address: string, language: Language): Promise<CodeIssued> {
  return post('/api/identity/codes', { address, language });
}

/** Opens the identity provider's own session; {@link signInLocation} then completes the sign-in. */
export function signIn(address: string, code: string): Promise<undefined> {
  return post('/api/identity/sign-in', { address, code });
}

/** Where the browser goes after {@link signIn}: the gateway's OpenID Connect login. */
export function signInLocation(returnPath: string): string {
  return withQuery('/oauth2/authorization/juxian', { return: returnPath });
}

export function getMe(): Promise<Person> {
  return get('/api/identity/me');
}

export function updateMe(change: { name?: string; language?: Language }): Promise<Person> {
  return patch('/api/identity/me', change);
}

/** Adds the second address (a mail to a phone, or the reverse), proven by a code. */
export function addAddress(address: string, code: string): Promise<Person | undefined> {
  return post('/api/identity/me/addresses', { address, code });
}

export function listOrganisations(
  query: string,
  kind: OrganisationKind | '',
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<Page<Organisation>> {
  return get(withQuery('/api/identity/organisations', { query, kind, cursor }), signal);
}

export function getOrganisation(id: string, signal?: AbortSignal): Promise<Organisation> {
  return get(`/api/identity/organisations/${id}`, signal);
}

export function createOrganisation(
  request: OrganisationRequest,
  idempotencyKey: string,
): Promise<Organisation> {
  return post('/api/identity/organisations', request, { idempotencyKey });
}

export function replaceOrganisation(
  id: string,
  version: number,
  request: OrganisationRequest,
): Promise<Organisation> {
  return put(`/api/identity/organisations/${id}`, request, { version });
}

export function listPeople(
  query: string,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<Page<Person>> {
  return get(withQuery('/api/identity/people', { query, cursor }), signal);
}

export function createPerson(
  request: { address: string; name: string },
  idempotencyKey: string,
): Promise<Person> {
  return post('/api/identity/people', request, { idempotencyKey });
}

export function grantRole(personId: string, grant: Grant): Promise<Person | undefined> {
  return post(`/api/identity/people/${personId}/grants`, grant);
}

export function revokeRole(
  personId: string,
  role: Role,
  organisationId: string | undefined,
): Promise<undefined> {
  return remove(withQuery(`/api/identity/people/${personId}/grants/${role}`, { organisationId }));
}
