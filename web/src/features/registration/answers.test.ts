import { describe, expect, it } from 'vitest';
import type { Question } from '../../api/forms';
import { answersToSend, shownQuestions } from './answers';

const label = { zh: '问', en: 'Asked' };

const comesAs: Question = {
  id: 'comes-as',
  kind: 'choice',
  label,
  options: [
    { id: 'student', label },
    { id: 'teacher', label },
  ],
};

const school: Question = {
  id: 'school',
  kind: 'text',
  label,
  required: true,
  shownIf: { question: 'comes-as', anyOf: ['student', 'teacher'] },
};

const form: Question[] = [
  comesAs,
  school,
  { id: 'photo', kind: 'consent', label },
  { id: 'why', kind: 'text', label, shownIf: { question: 'photo', anyOf: ['false'] } },
  { id: 'rules', kind: 'consent', label, required: true },
  { id: 'more', kind: 'text', label, shownIf: { question: 'rules', anyOf: ['false'] } },
];

const shown = (answers: Parameters<typeof shownQuestions>[1]) =>
  shownQuestions(form, answers).map(({ id }) => id);

describe('the questions of a form', () => {
  it('are shown where their condition holds', () => {
    expect(shown({})).toEqual(['comes-as', 'photo', 'why', 'rules']);
    expect(shown({ 'comes-as': 'student', photo: true })).toEqual([
      'comes-as',
      'school',
      'photo',
      'rules',
    ]);
  });

  it('hide what hangs on an answer that would be refused', () => {
    const many: Question[] = [
      { ...comesAs, many: true, most: 1 },
      { ...school, shownIf: { question: 'comes-as', anyOf: ['student'] } },
    ];
    expect(shownQuestions(many, { 'comes-as': ['student', 'teacher'] })).toHaveLength(1);
    expect(shownQuestions(many, { 'comes-as': ['student'] })).toHaveLength(2);
  });

  it('hide what hangs on a question that is hidden itself', () => {
    const chain: Question[] = [
      ...form,
      { id: 'deep', kind: 'text', label, shownIf: { question: 'more', anyOf: ['x'] } },
    ];
    expect(shownQuestions(chain, { more: 'x' }).some(({ id }) => id === 'deep')).toBe(false);
  });
});

describe('the answers that are sent', () => {
  it('are those to what is shown, trimmed, without blanks, consents always', () => {
    expect(
      answersToSend(form, { 'comes-as': 'student', school: ' 石门中学 ', photo: true, why: 'x' }),
    ).toEqual({ 'comes-as': 'student', school: '石门中学', photo: true, rules: false });
    expect(answersToSend(form, { school: 'nobody asked', why: ' ' })).toEqual({
      photo: false,
      rules: false,
    });
  });
});
