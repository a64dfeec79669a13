import type { Admission, AdmissionTypeRules } from '../../api/admission';

/** What is settled about a type, or what holds where nothing is. */
export function rulesOf(admission: Admission, typeId: string): AdmissionTypeRules {
  return admission.types.find((rules) => rules.typeId === typeId) ?? { typeId, transferable: true };
}

/** Whether people may choose their successor at all: where the organiser chose the person, they may not. */
export function canBeTransferable(rules: AdmissionTypeRules): boolean {
  return rules.needsApproval !== true && rules.invitationOnly !== true;
}

/** The same settings with another word on whether tickets of this type may be passed on. */
export function withTransferable(
  admission: Admission,
  typeId: string,
  transferable: boolean,
): Admission {
  const changed = { ...rulesOf(admission, typeId), transferable };
  const others = admission.types.filter((rules) => rules.typeId !== typeId);
  return { ...admission, types: [...others, changed] };
}
