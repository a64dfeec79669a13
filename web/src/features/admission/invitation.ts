import type { Invitation } from '../../api/admission';

/** A code as people read it out: in halves. The service takes it with or without the hyphen. */
export function spacedCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/** Where somebody with this code registers. */
export function invitationPath(eventId: string, { code }: Pick<Invitation, 'code'>): string {
  return `/events/${eventId}/register?code=${encodeURIComponent(code)}`;
}

/** Whether a code opens anything, and if not, why. */
export function invitationState(
  { revokedAt, expiresAt, used, uses }: Invitation,
  now: number,
): 'valid' | 'usedUp' | 'expired' | 'revoked' {
  if (revokedAt !== undefined) {
    return 'revoked';
  }
  if (Date.parse(expiresAt) <= now) {
    return 'expired';
  }
  return used >= uses ? 'usedUp' : 'valid';
}
