/**
 * Unified social credit codes, GB 32100-2015: 18 characters of an alphabet without I, O, S, V and Z; the
 * last one checks the others with weights 3^(i-1) mod 31.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const LENGTH = 18;
const MODULUS = 31;

export type LicenceFinding =
  | { readonly kind: 'valid' }
  | { readonly kind: 'too-short'; readonly missing: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'bad-character'; readonly character: string }
  | { readonly kind: 'bad-check' };

/** Upper case, without the spaces and dashes that people type or paste. */
export function normalisedLicence(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** What is to be said about a typed code. */
export function checkLicence(typed: string): LicenceFinding {
  const code = normalisedLicence(typed);
  const stranger = Array.from(code).find((character) => !ALPHABET.includes(character));
  if (stranger !== undefined) {
    return { kind: 'bad-character', character: stranger };
  }
  if (code.length < LENGTH) {
    return { kind: 'too-short', missing: LENGTH - code.length };
  }
  if (code.length > LENGTH) {
    return { kind: 'too-long' };
  }
  return code.charAt(LENGTH - 1) === checkCharacter(code)
    ? { kind: 'valid' }
    : { kind: 'bad-check' };
}

/** The check character for the first 17 characters. */
export function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)),
    0,
  );
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}
