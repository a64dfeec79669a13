import { describe, expect, it } from 'vitest';
import { checkCharacter, checkLicence, normalisedLicence } from './licence';

describe('a unified social credit code', () => {
  it.each(['91350100M000100Y43', '9144030071526726XG', '914403001922038216'])(
    'is valid when its last character agrees: %s',
    (code) => {
      expect(checkLicence(code)).toEqual({ kind: 'valid' });
      expect(checkCharacter(code)).toBe(code.charAt(17));
    },
  );

  it('is found wrong when any one character was mistyped', () => {
    const code = '91350100M000100Y43';
    for (let index = 0; index < code.length; index++) {
      const other = code.charAt(index) === '7' ? '8' : '7';
      const mistyped = code.slice(0, index) + other + code.slice(index + 1);
      expect(checkLicence(mistyped), mistyped).toEqual({ kind: 'bad-check' });
    }
  });

  it('is found wrong when two neighbours were swapped', () => {
    expect(checkLicence('91350100M00010Y043')).toEqual({ kind: 'bad-check' });
  });

  it('says what is missing, too much or foreign', () => {
    expect(checkLicence('91350100M')).toEqual({ kind: 'too-short', missing: 9 });
    expect(checkLicence('91350100M000100Y430')).toEqual({ kind: 'too-long' });
    expect(checkLicence('91350100MO00100Y43')).toEqual({ kind: 'bad-character', character: 'O' });
  });

  it('may be typed with spaces and in lower case', () => {
    expect(normalisedLicence(' 9135 0100 m000-100y43 ')).toBe('91350100M000100Y43');
    expect(checkLicence('9135 0100 m000 100y 43')).toEqual({ kind: 'valid' });
  });
});
