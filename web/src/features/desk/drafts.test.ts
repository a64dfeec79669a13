import { describe, expect, it } from 'vitest';
import type { Fair } from '../../api/types';
import { draftOf, emptyDraft, workstationsFrom } from './drafts';

describe('a draft', () => {
  it("says what the answer says and nothing of the service's own", () => {
    const request = emptyDraft('fair', 'org');
    const answer = {
      ...request,
      id: 'f1',
      version: 4,
      status: 'published',
      publishedAt: '2026-11-01T09:00:00+08:00',
      ticketTypes: [{ ...request.ticketTypes[0], id: 't1', taken: 5 }],
    } as unknown as Fair;
    expect(draftOf('fair', answer)).toEqual({
      ...request,
      ticketTypes: [{ ...request.ticketTypes[0], id: 't1' }],
    });
  });
});

it('reads workstations however they are separated, each once', () => {
  expect(workstationsFrom(' W01, W02，W03、W04\nW02 ')).toEqual(['W01', 'W02', 'W03', 'W04']);
  expect(workstationsFrom('')).toEqual([]);
});
