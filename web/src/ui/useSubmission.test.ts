import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { SubmissionKey } from './useSubmission';

function numberedKeys(): SubmissionKey {
  let count = 0;
  return new SubmissionKey(() => `key-${++count}`);
}

describe("a form's submission", () => {
  it('keeps its key while nobody knows whether it arrived', () => {
    const submission = numberedKeys();
    expect(submission.keyFor({ name: '甲' })).toBe('key-1');
    submission.settle(new Problem(0, {}));
    expect(submission.keyFor({ name: '甲' })).toBe('key-1');
    submission.settle(new Problem(503, {}));
    expect(submission.keyFor({ name: '甲' })).toBe('key-1');
  });

  it('gets a new key when the form was changed', () => {
    const submission = numberedKeys();
    submission.keyFor({ name: '甲' });
    submission.settle(new Problem(0, {}));
    expect(submission.keyFor({ name: '乙' })).toBe('key-2');
  });

  it('gets a new key after an answer', () => {
    const submission = numberedKeys();
    submission.keyFor({ name: '甲' });
    submission.settle(new Problem(409, { type: 'https://juxian.org/problems/full' }));
    expect(submission.keyFor({ name: '甲' })).toBe('key-2');
    submission.settle();
    expect(submission.keyFor({ name: '甲' })).toBe('key-3');
  });
});
