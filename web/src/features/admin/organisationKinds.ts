import type { OrganisationKind } from '../../api/types';

/** The kinds in the order in which an alliance thinks of its members. */
export const ORGANISATION_KINDS: readonly OrganisationKind[] = [
  'company',
  'industrial-carrier',
  'technology-platform',
  'business-association',
  'college-or-school',
  'government-body',
];
