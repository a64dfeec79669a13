// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RegistrationForm } from '../../api/forms';
import {
  answerWith,
  field,
  fill,
  leave,
  press,
  refusal,
  says,
  show,
  tick,
} from '../../testing/page';
import type { Asked } from '../../testing/page';
import { FormDesk } from './FormDesk';

const EVENT = 'e1';
const STARTS = '2026-12-24T09:00:00+08:00';
const FORM: RegistrationForm = {
  version: 3,
  editableUntil: STARTS,
  questions: [
    {
      id: 'meal',
      kind: 'choice',
      label: { zh: '用餐', en: 'Meal' },
      required: true,
      options: [
        { id: 'meat', label: { zh: '荤', en: 'Meat' } },
        { id: 'greens', label: { zh: '素', en: 'Greens' } },
      ],
      many: false,
      most: 1,
    },
    {
      id: 'note',
      kind: 'text',
      label: { zh: '备注', en: 'Note' },
      maxLength: 200,
      shownIf: { question: 'meal', anyOf: ['greens'] },
    },
  ],
};

let form: RegistrationForm;
let written: Asked[];
let refuse: Response | undefined;

function services({ method, path, body }: Asked): unknown {
  if (method === 'PUT' && path === `/api/events/${EVENT}/form`) {
    if (refuse !== undefined) {
      return refuse;
    }
    form = { ...(body as RegistrationForm), version: form.version + 1 };
    return form;
  }
  return path === `/api/events/${EVENT}/form` ? form : { eventId: EVENT, startsAt: STARTS };
}

beforeEach(() => {
  form = FORM;
  refuse = undefined;
  written = answerWith(services);
});

afterEach(leave);

const save = () => press('保存报名表');

describe('the organiser makes the form', () => {
  it('adds a question that depends on another, and saves the next version', async () => {
    show(<FormDesk eventId={EVENT} published />);
    await says('当前为第 3 版');
    await press('数字');
    await fill('questions.2.label.zh', '年龄');
    await fill('questions.2.label.en', 'Age');
    await fill('questions.2.max', '120');
    await tick('questions.2.shownIf');
    await tick('questions.2.shownIf.anyOf', 'meat');
    await save();
    await says('现为第 4 版');
    expect(written[0]?.headers['If-Match']).toBe('"3"');
    const sent = written[0]?.body as RegistrationForm;
    expect(sent).not.toHaveProperty('editableUntil');
    expect(sent.questions.slice(0, 2)).toEqual(FORM.questions);
    expect(sent.questions[2]).toMatchObject({
      kind: 'number',
      label: { zh: '年龄', en: 'Age' },
      required: true,
      max: 120,
      decimals: 0,
      shownIf: { question: 'meal', anyOf: ['meat'] },
    });
  });

  it('opens the question that was refused, and says why beside its field', async () => {
    refuse = refusal(400, 'invalid', [{ field: 'questions[1].label.en', message: '必须填写' }]);
    show(<FormDesk eventId={EVENT} published />);
    await save();
    const label = await field('questions.1.label.en');
    await vi.waitFor(() => expect(label.getAttribute('aria-invalid')).toBe('true'));
    expect(document.getElementsByName('questions.0.label.en')).toHaveLength(0);
    expect(document.querySelectorAll('.field__error')).toHaveLength(1);
  });

  it('asks before a question goes on which another depends', async () => {
    show(<FormDesk eventId={EVENT} published />);
    await press('删除问题 1');
    await says('问题 2 原本视它的答案显示');
    await press('删除');
    await save();
    await vi.waitFor(() => expect(written).toHaveLength(1));
    const { questions } = written[0]?.body as RegistrationForm;
    expect(questions.map(({ id, shownIf }) => [id, shownIf])).toEqual([['note', undefined]]);
  });

  it('shows what people will see, conditions and all, in their language', async () => {
    show(<FormDesk eventId={EVENT} published />, 'en');
    const shown = () => document.querySelector('.form-desk__preview')?.textContent;
    await vi.waitFor(() => expect(shown()).toContain('Meal'));
    expect(shown()).not.toContain('Note');
    await tick('answers.meal', 'greens');
    await vi.waitFor(() => expect(shown()).toContain('Note'));
  });

  it('waits for the event to be published', async () => {
    show(<FormDesk eventId={EVENT} published={false} />);
    await says('先发布活动');
  });
});
