import { describe, expect, it } from 'vitest';
import { uiMessages } from '../ui/messages';
import { problemText } from '../ui/problemText';
import { cookieValue, withQuery } from './http';
import { Problem, fieldMessages, normalisedField, problemFrom } from './problem';

function answer(status: number, body: string, type = 'application/problem+json'): Response {
  return new Response(body, { status, headers: { 'content-type': type } });
}

describe('an answer that is not a success', () => {
  it("keeps the service's words, its kind and what else it says", async () => {
    const problem = await problemFrom(
      answer(
        409,
        JSON.stringify({
          type: 'https://juxian.org/problems/already-checked-in',
          detail: '此票已于 9:05 入场。',
          checkedInAt: '2026-11-28T09:05:00+08:00',
        }),
      ),
    );
    expect(problem.slug).toBe('already-checked-in');
    expect(problem.extra['checkedInAt']).toBe('2026-11-28T09:05:00+08:00');
    expect(problemText(problem, uiMessages.zh.problem)).toBe('此票已于 9:05 入场。');
  });

  it('has our words when it has none of its own', async () => {
    const problem = await problemFrom(answer(503, '<html>', 'text/html'));
    expect(problem.transient).toBe(true);
    expect(problemText(problem, uiMessages.en.problem)).toBe(uiMessages.en.problem.unavailable);
    expect(problemText(new Problem(0, {}), uiMessages.zh.problem)).toBe(
      uiMessages.zh.problem.offline,
    );
    expect(problemText(await problemFrom(answer(400, '{broken')), uiMessages.zh.problem)).toBe(
      uiMessages.zh.problem.other,
    );
  });

  it('says that somebody else changed it when the version is stale', () => {
    const problem = new Problem(412, { detail: 'version 3 expected' });
    expect(problemText(problem, uiMessages.zh.problem)).toBe(uiMessages.zh.problem.stale);
  });

  it("attaches messages to the form's fields, however the path is spelled", () => {
    const problem = new Problem(422, {
      errors: [
        { field: 'halls[0].name.zh', message: '不能为空' },
        { field: '/ticketTypes/1/capacity', message: '至少为 1' },
        { field: 'halls[0].name.zh', message: '第二条' },
      ],
    });
    expect(fieldMessages(problem)).toEqual({
      'halls.0.name.zh': '不能为空',
      'ticketTypes.1.capacity': '至少为 1',
    });
    expect(fieldMessages(new Error('no problem'))).toEqual({});
    expect(normalisedField('team.members[2].phone')).toBe('team.members.2.phone');
  });
});

describe('a request', () => {
  it('leaves out query parameters without a value', () => {
    expect(
      withQuery('/api/events', { query: '人才', kind: undefined, cursor: '', limit: 20 }),
    ).toBe('/api/events?query=%E4%BA%BA%E6%89%8D&limit=20');
    expect(withQuery('/api/events', {})).toBe('/api/events');
  });

  it('finds the CSRF token among the cookies', () => {
    expect(cookieValue('a=1; XSRF-TOKEN=b%3Dc==; d=2', 'XSRF-TOKEN')).toBe('b=c==');
    expect(cookieValue('', 'XSRF-TOKEN')).toBeUndefined();
  });
});
