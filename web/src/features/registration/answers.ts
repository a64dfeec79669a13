import type { AnswerValue, GivenAnswers, Question } from '../../api/forms';

/** The questions that are shown, given what was answered so far; the service holds to the same rule. */
export function shownQuestions(
  questions: readonly Question[],
  answers: GivenAnswers,
): readonly Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const isShown = ({ shownIf }: Question): boolean => {
    if (shownIf === undefined) {
      return true;
    }
    const other = byId.get(shownIf.question);
    return (
      other !== undefined &&
      isShown(other) &&
      marks(other, answers[other.id]).some((mark) => shownIf.anyOf.includes(mark))
    );
  };
  return questions.filter(isShown);
}

/** What is sent: the answers to what is shown, without those left blank. */
export function answersToSend(
  questions: readonly Question[],
  answers: GivenAnswers,
): Record<string, AnswerValue> {
  const sent: Record<string, AnswerValue> = {};
  for (const question of shownQuestions(questions, answers)) {
    const answer = answers[question.id] ?? (question.kind === 'consent' ? false : '');
    const given = typeof answer === 'string' ? answer.trim() : answer;
    if (typeof given === 'boolean' || given.length > 0) {
      sent[question.id] = given;
    }
  }
  return sent;
}

/** What a condition may name of an answer; nothing where the answer would be refused. */
function marks(question: Question, answer: AnswerValue | undefined): readonly string[] {
  if (question.kind === 'consent') {
    const given = answer === true;
    return !given && question.required === true ? [] : [String(given)];
  }
  if (question.kind !== 'choice' || answer === undefined || typeof answer === 'boolean') {
    return [];
  }
  const chosen = typeof answer === 'string' ? [answer] : answer;
  return chosen.length > (question.most ?? chosen.length) ? [] : chosen;
}
