import { describe, expect, it } from 'vitest';
import '../app/messages';
import '../features/admin/messages';
import '../features/admission/messages';
import '../features/booths/messages';
import '../features/delegation/messages';
import '../features/desk/messages';
import '../features/desk/workMessages';
import '../features/events/messages';
import '../features/form/messages';
import '../features/interviews/messages';
import '../features/messages/messages';
import '../features/privacy/messages';
import '../features/registration/messages';
import '../features/session/messages';
import '../ui/messages';
import { dictionaries } from './messages';
import './names';

const DICTIONARIES = 16;
const CHINESE = /\p{Script=Han}/u;
/** Texts which stand in the other language on purpose, or need no words. */
const SAME_IN_BOTH = ['switchLanguage', 'chinese', 'english', 'contact', 'entries', 'takenBooth'];

/** Every text as `path: words`, functions called with stand-in values. */
function leaves(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') {
    return [[path, node]];
  }
  if (typeof node === 'function') {
    return [[path, (node as (...values: unknown[]) => string)('7', '8')]];
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
    leaves(value, path === '' ? key : `${path}.${key}`),
  );
}

describe('every dictionary', () => {
  it('is seen by this test', () => {
    expect(dictionaries).toHaveLength(DICTIONARIES);
  });

  it('has the same texts in both languages, none of them empty', () => {
    for (const { zh, en } of dictionaries) {
      const paths = leaves(zh, '').map(([path]) => path);
      expect(leaves(en, '').map(([path]) => path)).toEqual(paths);
      for (const [path, words] of [...leaves(zh, ''), ...leaves(en, '')]) {
        expect(words.trim(), path).not.toBe('');
      }
    }
  });

  it('is Chinese in Chinese and free of Chinese in English', () => {
    for (const { zh, en } of dictionaries) {
      for (const [path, words] of leaves(zh, '')) {
        if (!SAME_IN_BOTH.includes(path) && !path.startsWith('boothTaken')) {
          expect(words, path).toMatch(CHINESE);
        }
      }
      for (const [path, words] of leaves(en, '')) {
        if (!SAME_IN_BOTH.includes(path)) {
          expect(words, path).not.toMatch(CHINESE);
        }
      }
    }
  });
});
