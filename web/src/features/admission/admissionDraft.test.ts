import { describe, expect, it } from 'vitest';
import type { Admission, TypeRules } from '../../api/admission';
import {
  canBeTransferable,
  draftOf,
  isRestricted,
  newQuota,
  refusedTypes,
  takenOf,
  toSend,
  withRules,
} from './admissionDraft';

const types = [
  { id: 'visitor', taken: 3 },
  { id: 'vip', taken: 2 },
  { id: 'team', taken: 1, team: { minMembers: 2, maxMembers: 3 } },
];
const settled: Admission = {
  version: 3,
  settling: false,
  perPersonLimit: 2,
  types: [],
  quotas: [],
  agenda: { onClash: 'warn', walkingMinutes: 10 },
};
const vip: TypeRules = {
  typeId: 'vip',
  kind: 'vip',
  needsApproval: false,
  requestHoldsPlace: true,
  invitationOnly: true,
  eligibility: { roles: [], organisationKinds: ['company'], organisationIds: [] },
  transferable: true,
};

const draft = draftOf({ ...settled, types: [vip] }, types);
const rules = (typeId: string) => draft.types.find((one) => one.typeId === typeId) as TypeRules;

describe('the draft of admission', () => {
  it('has rules for every type in order, plain where nothing is settled', () => {
    expect(draft.types.map(({ typeId }) => typeId)).toEqual(['visitor', 'vip', 'team']);
    expect(rules('vip')).toBe(vip);
    expect(rules('visitor')).toMatchObject({ needsApproval: false, transferable: true });
    expect(draft).toMatchObject({ perPersonLimit: 2, agenda: settled.agenda });
  });

  it('sends no limit and no time that was not given', () => {
    const changed = withRules(draft, { ...vip, perPersonLimit: NaN, opensAt: '', closesAt: 'x' });
    const [visitor, sent] = toSend(changed).types;
    expect(visitor).toEqual(rules('visitor'));
    expect(sent).toEqual({ ...vip, closesAt: 'x' });
  });

  it('lets nobody choose a successor whom the organiser chose, nor a team', () => {
    const transferable = types.map((type) => canBeTransferable(rules(type.id), type));
    expect(transferable).toEqual([true, false, false]);
    const asked = { ...rules('visitor'), needsApproval: true };
    expect(canBeTransferable(asked, { id: 'visitor', taken: 0 })).toBe(false);
  });

  it('knows which types are not for everybody', () => {
    expect(draft.types.map(isRestricted)).toEqual([false, true, false]);
  });

  it('counts what is taken of a shared quota over its types', () => {
    expect(takenOf({ ...newQuota(types), typeIds: ['visitor', 'vip'] }, types)).toBe(5);
    expect(takenOf(newQuota(types), types)).toBe(6);
  });

  it('reads of which types a refusal speaks', () => {
    expect(refusedTypes({ 'types.1.closesAt': 'x', 'quotas.0.name.zh': 'x' })).toEqual([1]);
  });
});
