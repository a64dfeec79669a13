import { describe, expect, it } from 'vitest';
import { askedFor, outdated, storeOf } from './rules';

const HOME = 'https://juxian.example';
const FILES = new Set(['/assets/index-1.js', '/favicon.svg']);
const asked = (path: string, mode = 'cors', method = 'GET') =>
  askedFor({ url: new URL(path, HOME).href, mode, method }, HOME, FILES);

describe('what the worker of the door keeps', () => {
  it('is the page of a door, whatever the event', () => {
    expect(asked('/desk/door/e1', 'navigate')).toBe('page');
    expect(asked('/desk/door/e1?language=en', 'navigate')).toBe('page');
    expect(asked('/desk', 'navigate')).toBe('other');
    expect(asked('/desk/door/e1', 'navigate', 'POST')).toBe('other');
  });

  it('is the files of the build, and no others', () => {
    expect(asked('/assets/index-1.js')).toBe('file');
    expect(asked('/favicon.svg', 'no-cors')).toBe('file');
    expect(asked('/assets/index-2.js')).toBe('other');
    expect(asked('https://elsewhere.example/assets/index-1.js')).toBe('other');
  });

  it('is never what a service answers', () => {
    expect(asked('/api/events/e1/door-list')).toBe('other');
    expect(asked('/api/events/e1/revoked-tickets')).toBe('other');
    expect(asked('/api/session')).toBe('other');
    expect(asked('/assets/index-1.js', 'cors', 'POST')).toBe('other');
  });

  it('goes when another build comes, and nothing else goes', () => {
    const one = storeOf(['/assets/index-1.js']);
    const other = storeOf(['/assets/index-2.js']);
    expect(one).not.toBe(other);
    expect(storeOf(['/assets/index-1.js'])).toBe(one);
    expect(outdated([one, other, 'somebody-else'], other)).toEqual([one]);
  });
});
