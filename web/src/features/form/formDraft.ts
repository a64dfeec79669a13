import type { Question, QuestionKind } from '../../api/forms';
import type { Text } from '../../api/types';

const NOTHING: Text = { zh: '', en: '' };
const USUAL_LENGTH = 200;

export const QUESTION_KINDS: readonly QuestionKind[] = [
  'text',
  'choice',
  'number',
  'date',
  'file',
  'consent',
];

/** An id that nothing in the form has or ever had: answers are kept by it. */
function newId(prefix: string): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 13)}`;
}

/** What depends on the kind, as it is at first. */
function detailsOf(kind: QuestionKind): Partial<Question> {
  switch (kind) {
    case 'text':
      return { maxLength: USUAL_LENGTH };
    case 'choice':
      return { options: [emptyOption(), emptyOption()], many: false };
    case 'number':
      return { decimals: 0 };
    case 'file':
      return { fileTypes: ['pdf', 'jpeg', 'png'] };
    case 'date':
    case 'consent':
      return {};
  }
}

export function emptyOption(): { id: string; label: Text } {
  return { id: newId('o'), label: NOTHING };
}

export function emptyQuestion(kind: QuestionKind): Question {
  return { id: newId('q'), kind, label: NOTHING, required: true, ...detailsOf(kind) };
}

/** The same question, asked in another way: what the old kind alone knew goes. */
export function ofKind(question: Question, kind: QuestionKind): Question {
  const { id, label, help, required, shownIf } = question;
  return {
    id,
    kind,
    label,
    ...(help === undefined ? {} : { help }),
    required: required ?? false,
    ...(shownIf === undefined ? {} : { shownIf }),
    ...detailsOf(kind),
  };
}

/** One step up (-1) or down (1); at the ends nothing moves. */
export function moved(questions: readonly Question[], at: number, by: -1 | 1): Question[] {
  const one = questions[at];
  const other = questions[at + by];
  return one === undefined || other === undefined
    ? [...questions]
    : questions.with(at, other).with(at + by, one);
}

/** The questions that are shown only for certain answers to this one. */
export function dependentsOf(questions: readonly Question[], id: string): readonly Question[] {
  return questions.filter(({ shownIf }) => shownIf?.question === id);
}

/** Without this question; those that depended on it are shown always. */
export function withoutQuestion(questions: readonly Question[], id: string): Question[] {
  return questions
    .filter((question) => question.id !== id)
    .map((question) => (question.shownIf?.question === id ? unconditional(question) : question));
}

export function unconditional(question: Question): Question {
  const rest = { ...question };
  delete rest.shownIf;
  return rest;
}

/** Puts the changed question in its place; conditions forget options that it no longer has. */
export function withQuestion(questions: readonly Question[], changed: Question): Question[] {
  const marks = marksOf(changed);
  return questions.map((question) => {
    if (question.id === changed.id) {
      return changed;
    }
    const { shownIf } = question;
    return shownIf?.question !== changed.id || changed.kind !== 'choice'
      ? question
      : {
          ...question,
          shownIf: { ...shownIf, anyOf: shownIf.anyOf.filter((mark) => marks.includes(mark)) },
        };
  });
}

/** What a condition may name of the answers to this question. */
export function marksOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return (question.options ?? []).map(({ id }) => id);
    case 'consent':
      return question.required === true ? ['true'] : ['true', 'false'];
    case 'text':
    case 'number':
    case 'date':
    case 'file':
      return [];
  }
}

/** The questions that this one may depend on: those with choices that do not depend on it. */
export function conditionSources(questions: readonly Question[], id: string): readonly Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const dependsOnIt = (question: Question): boolean => {
    const seen = new Set<string>();
    let at: Question | undefined = question;
    while (at !== undefined && !seen.has(at.id)) {
      if (at.id === id) {
        return true;
      }
      seen.add(at.id);
      at = at.shownIf === undefined ? undefined : byId.get(at.shownIf.question);
    }
    return false;
  };
  return questions.filter((question) => marksOf(question).length > 0 && !dependsOnIt(question));
}

/** As it is sent: a help in neither language is none, an unset limit is left out. */
export function questionToSend(question: Question): Question {
  const { help, ...rest } = question;
  const given = Object.entries(rest).filter(([, value]) => !unset(value));
  const explained = help !== undefined && (help.zh.trim() !== '' || help.en.trim() !== '');
  return { ...(Object.fromEntries(given) as unknown as Question), ...(explained ? { help } : {}) };
}

function unset(value: unknown): boolean {
  return value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value));
}

/** The places in the form, counted from 0, of which a refusal speaks. */
export function refusedQuestions(fields: Readonly<Record<string, string>>): readonly number[] {
  const places = Object.keys(fields)
    .map((field) => /^questions\.(\d+)/u.exec(field)?.[1])
    .filter((place) => place !== undefined);
  return [...new Set(places.map(Number))];
}
