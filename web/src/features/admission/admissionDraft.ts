import type { Admission, Eligibility, Quota, TypeRules, WaitingRules } from '../../api/admission';
import type { TicketType } from '../../api/types';

type KnownType = Pick<TicketType, 'id' | 'taken' | 'team'>;

const ANYBODY: Eligibility = { roles: [], organisationKinds: [], organisationIds: [] };

/** What holds for a type of which nothing is settled. */
function plain(typeId: string): TypeRules {
  return {
    typeId,
    kind: 'visitor',
    needsApproval: false,
    requestHoldsPlace: true,
    invitationOnly: false,
    eligibility: ANYBODY,
    transferable: true,
  };
}

/** Monday to Friday, nine to six in Shanghai: what the service takes if nothing is said. */
export const OFFICE_WAITING: WaitingRules = {
  offerHours: 8,
  workingHours: {
    zone: 'Asia/Shanghai',
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    from: '09:00',
    to: '18:00',
  },
  partialGroups: false,
};

/** The settings with rules for each of the event's types, in the types' order. */
export function draftOf(settled: Admission, types: readonly KnownType[]): Admission {
  return {
    ...settled,
    types: types.map(({ id }) => settled.types.find(({ typeId }) => typeId === id) ?? plain(id)),
  };
}

/** As it is sent: limits and times that were not given are left out. */
export function toSend(draft: Admission): Admission {
  return { ...draft, types: draft.types.map(withoutUnset) };
}

function withoutUnset(rules: TypeRules): TypeRules {
  const { perPersonLimit, opensAt, closesAt, ...rest } = rules;
  return {
    ...rest,
    ...(perPersonLimit === undefined || Number.isNaN(perPersonLimit) ? {} : { perPersonLimit }),
    ...(opensAt === undefined || opensAt === '' ? {} : { opensAt }),
    ...(closesAt === undefined || closesAt === '' ? {} : { closesAt }),
  };
}

export function withRules(draft: Admission, changed: TypeRules): Admission {
  return {
    ...draft,
    types: draft.types.map((rules) => (rules.typeId === changed.typeId ? changed : rules)),
  };
}

/** Who the organiser chose, may not choose a successor; a team's place goes with the team. */
export function canBeTransferable(rules: TypeRules, type: KnownType): boolean {
  return !rules.needsApproval && !rules.invitationOnly && type.team === undefined;
}

export function isRestricted({ eligibility }: TypeRules): boolean {
  return Object.values(eligibility).some((list: readonly string[]) => list.length > 0);
}

export function newQuota(types: readonly KnownType[]): Quota {
  return { name: { zh: '', en: '' }, capacity: NaN, typeIds: types.map(({ id }) => id) };
}

/** How many places of the types that a quota covers are taken. */
export function takenOf(quota: Quota, types: readonly KnownType[]): number {
  return types
    .filter(({ id }) => quota.typeIds.includes(id))
    .reduce((sum, { taken }) => sum + taken, 0);
}

/** Which types a refusal speaks of, counted from 0. */
export function refusedTypes(fields: Readonly<Record<string, string>>): readonly number[] {
  return Object.keys(fields)
    .map((field) => /^types\.(\d+)/u.exec(field)?.[1])
    .filter((place) => place !== undefined)
    .map(Number);
}
