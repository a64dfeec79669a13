import { describe, expect, it } from 'vitest';
import type { Question } from '../../api/forms';
import {
  conditionSources,
  dependentsOf,
  emptyQuestion,
  moved,
  ofKind,
  questionToSend,
  refusedQuestions,
  withQuestion,
  withoutQuestion,
} from './formDraft';

const text = (words: string) => ({ zh: words, en: words });

const meal: Question = {
  id: 'meal',
  kind: 'choice',
  label: text('meal'),
  required: true,
  options: [
    { id: 'meat', label: text('meat') },
    { id: 'greens', label: text('greens') },
  ],
  many: false,
};
const allergy: Question = {
  id: 'allergy',
  kind: 'consent',
  label: text('allergy'),
  shownIf: { question: 'meal', anyOf: ['meat', 'greens'] },
};
const which: Question = {
  id: 'which',
  kind: 'text',
  label: text('which'),
  shownIf: { question: 'allergy', anyOf: ['true'] },
};
const form = [meal, allergy, which];
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe('the draft of a form', () => {
  it('gives every new question an id of its own that the service takes', () => {
    const one = emptyQuestion('choice');
    const other = emptyQuestion('choice');
    const made = [one, other].flatMap(({ id, options }) => [
      id,
      ...(options ?? []).map((o) => o.id),
    ]);
    expect(new Set(made).size).toBe(6);
    made.forEach((id) => expect(id).toMatch(/^[a-zA-Z0-9_-]{1,32}$/u));
  });

  it('keeps what every kind has when the kind changes', () => {
    const changed = ofKind({ ...meal, help: text('help') }, 'number');
    expect(changed).toEqual({
      id: 'meal',
      kind: 'number',
      label: text('meal'),
      help: text('help'),
      required: true,
      decimals: 0,
    });
  });

  it('moves a question by one, and not beyond the ends', () => {
    expect(ids(moved(form, 0, 1))).toEqual(['allergy', 'meal', 'which']);
    expect(ids(moved(form, 0, -1))).toEqual(ids(form));
    expect(ids(moved(form, 2, 1))).toEqual(ids(form));
  });

  it('shows always what depended on a question that goes', () => {
    expect(ids(dependentsOf(form, 'meal'))).toEqual(['allergy']);
    const rest = withoutQuestion(form, 'meal');
    expect(ids(rest)).toEqual(['allergy', 'which']);
    expect(rest[0]).not.toHaveProperty('shownIf');
    expect(rest[1]?.shownIf?.question).toBe('allergy');
  });

  it('lets conditions forget an option that goes', () => {
    const options = (meal.options ?? []).slice(1);
    expect(withQuestion(form, { ...meal, options })[1]?.shownIf?.anyOf).toEqual(['greens']);
  });

  it('offers for a condition only questions with choices that do not depend on this one', () => {
    expect(ids(conditionSources(form, 'which'))).toEqual(['meal', 'allergy']);
    expect(ids(conditionSources(form, 'allergy'))).toEqual(['meal']);
    expect(conditionSources(form, 'meal')).toEqual([]);
  });

  it('sends no empty help and no limit that was not given', () => {
    const sent = questionToSend({
      ...emptyQuestion('number'),
      label: text('age'),
      help: text(' '),
      min: NaN,
      max: 99,
    });
    expect(sent).not.toHaveProperty('help');
    expect(sent).not.toHaveProperty('min');
    expect(sent).toMatchObject({ label: text('age'), max: 99, decimals: 0, required: true });
  });

  it('reads of which questions a refusal speaks', () => {
    expect(
      refusedQuestions({
        'questions.2.label.en': 'x',
        'questions.2.options.0.id': 'x',
        editableUntil: 'x',
        'questions.10': 'x',
      }),
    ).toEqual([2, 10]);
  });
});
