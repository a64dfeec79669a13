import { get, put, upload } from './http';
import type { Text } from './types';

/** What an organiser asks; the kind says which of the further fields have a meaning. */
export interface Question {
  id: string;
  kind: QuestionKind;
  label: Text;
  help?: Text;
  required?: boolean;
  maxLength?: number;
  options?: { id: string; label: Text }[];
  /** Whether several options may be chosen, and how many at most. */
  many?: boolean;
  most?: number;
  min?: number;
  max?: number;
  decimals?: number;
  from?: string;
  to?: string;
  fileTypes?: FileType[];
  shownIf?: { question: string; anyOf: string[] };
}

export type QuestionKind = 'text' | 'choice' | 'number' | 'date' | 'file' | 'consent';

export type FileType = 'pdf' | 'jpeg' | 'png';

/** An event's form; its version is 0 where nothing was ever asked. */
export interface RegistrationForm {
  version: number;
  /** Until when answers may be corrected. */
  editableUntil?: string;
  questions: Question[];
}

/** The answer to one question: text, a day, a file's id, options or a consent. */
export type AnswerValue = string | boolean | string[];

/** Answers by question. */
export type GivenAnswers = Readonly<Record<string, AnswerValue>>;

/** What an event's organiser asks those who register. */
export function getForm(eventId: string, signal?: AbortSignal): Promise<RegistrationForm> {
  return get(`/api/events/${eventId}/form`, signal);
}

/** Makes this the next version of the form; what was answered before stays as it is. */
export function saveForm(
  eventId: string,
  version: number,
  form: { questions: readonly Question[]; editableUntil?: string },
): Promise<RegistrationForm> {
  return put(`/api/events/${eventId}/form`, form, { version });
}

/** Brings a file to answer with. */
export function bringFile(file: File): Promise<{ fileId: string; name: string }> {
  return upload('/api/registrations/files', file);
}
