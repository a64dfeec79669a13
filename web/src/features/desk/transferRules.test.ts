import { describe, expect, it } from 'vitest';
import type { Admission } from '../../api/admission';
import { canBeTransferable, rulesOf, withTransferable } from './transferRules';

const vip = { typeId: 'vip', kind: 'vip', invitationOnly: true, transferable: true };
const settled = {
  version: 3,
  settling: false,
  perPersonLimit: 2,
  types: [vip],
} as Admission;

describe('whether tickets may be passed on', () => {
  it('is so where nothing is settled', () => {
    expect(rulesOf(settled, 'visitor').transferable).toBe(true);
  });

  it('is changed for one type, and everything else is kept', () => {
    expect(withTransferable(settled, 'visitor', false)).toEqual({
      ...settled,
      types: [vip, { typeId: 'visitor', transferable: false }],
    });
    expect(withTransferable(settled, 'vip', false).types).toEqual([
      { ...vip, transferable: false },
    ]);
  });

  it('is not to be chosen where the organiser chose the person', () => {
    expect(canBeTransferable(vip)).toBe(false);
    expect(canBeTransferable({ typeId: 'press', needsApproval: true })).toBe(false);
    expect(canBeTransferable({ typeId: 'visitor' })).toBe(true);
  });
});
