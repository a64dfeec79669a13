import type { Question } from '../../api/forms';
import type { Text } from '../../api/types';

/** The questions that a list can answer: files are not asked in lists. */
export function listQuestions(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ kind }) => kind !== 'file');
}

/** A CSV file with the head alone, as a link; the mark in front tells Excel that it is UTF-8. */
export function templateLink(
  person: readonly [name: string, phone: string],
  questions: readonly Question[],
  text: (words: Text) => string,
): string {
  const head = [...person, ...questions.map(({ label }) => text(label))].map(cell).join(',');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${head}\r\n`)}`;
}

function cell(words: string): string {
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
