import { describe, expect, it } from 'vitest';
import vectors from '../../../../contracts/registration/ticket-token/vectors.json';
import type { Revoked, TicketKey } from '../../api/door';
import { judge, readToken } from './ticketToken';

interface Vectors {
  keys: TicketKey[];
  valid: { token: string; registrationId: string; eventId: string; revision: number }[];
  invalid: { why: string; token: string }[];
  offline: {
    revoked: Revoked[];
    checks: { why: string; token: string; eventId: string; at: string; admits: boolean }[];
  };
}

const VECTORS: Vectors = vectors;

describe('a ticket read without a network', () => {
  it('says what the published vectors say', async () => {
    expect(VECTORS.valid.length).toBeGreaterThan(0);
    for (const { token, eventId, registrationId, revision } of VECTORS.valid) {
      expect(await readToken(token, VECTORS.keys)).toMatchObject({
        eventId,
        registrationId,
        revision,
      });
    }
    for (const { why, token } of VECTORS.invalid) {
      expect(await readToken(token, VECTORS.keys), why).toBeUndefined();
    }
  });

  it('admits as the published checks do', async () => {
    const { revoked: listed, checks } = VECTORS.offline;
    const revoked = Object.fromEntries(listed.map((one) => [one.registrationId, one]));
    expect(checks.length).toBeGreaterThan(0);
    for (const { why, token, eventId, at, admits } of checks) {
      const verdict = await judge(token, eventId, VECTORS.keys, revoked, Date.parse(at) / 1000);
      expect(verdict.kind, why).toBe(admits ? 'good' : 'bad');
    }
  });

  it('does not guess where it has no keys', async () => {
    expect(await judge('JX1.A', 'e', [], {}, 0)).toEqual({ kind: 'unable' });
  });
});
