import { describe, expect, it } from 'vitest';
import type { SessionPerson } from '../../api/types';
import { holds, isOwnPath, organisationsOf, worksAtDesk } from './session';

function person(...grants: string[]): SessionPerson {
  return { personId: 'p', name: '陈怡', language: 'zh', grants };
}

describe('what a person may do', () => {
  it('counts a grant for its own organisation only', () => {
    const organiser = person('organiser@alliance');
    expect(holds(organiser, 'organiser')).toBe(true);
    expect(holds(organiser, 'organiser', 'alliance')).toBe(true);
    expect(holds(organiser, 'organiser', 'other')).toBe(false);
    expect(holds(organiser, 'administrator')).toBe(false);
  });

  it('counts a grant without organisation everywhere', () => {
    expect(holds(person('administrator'), 'administrator', 'other')).toBe(true);
    expect(holds(undefined, 'administrator')).toBe(false);
  });

  it('lists the organisations of a role', () => {
    expect(
      organisationsOf(person('organiser@a', 'door-staff@b', 'organiser@c'), 'organiser'),
    ).toEqual(['a', 'c']);
    expect(worksAtDesk(person('door-staff@b'))).toBe(true);
    expect(worksAtDesk(person('exhibitor@b'))).toBe(false);
  });
});

describe('where to go after signing in', () => {
  it('is a page of this app', () => {
    expect(isOwnPath('/events/1?x=y')).toBe(true);
    expect(isOwnPath('//evil.example')).toBe(false);
    expect(isOwnPath('/\\evil.example')).toBe(false);
    expect(isOwnPath('https://evil.example')).toBe(false);
    expect(isOwnPath('/sign-in')).toBe(false);
  });
});
