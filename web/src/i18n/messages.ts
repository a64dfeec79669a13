import type { Language } from '../api/types';

/** The same keys with the same kinds of values in both languages: a missing key does not compile. */
export interface Messages<T> {
  readonly zh: T;
  readonly en: T;
}

/** Every dictionary of the app, so that a test can walk them all. Filled by {@link defineMessages}. */
export const dictionaries: Messages<unknown>[] = [];

/** A string stays a string and a function keeps its parameters; literals are widened. */
type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widened<T[K]>;
};

/**
 * Defines one feature's texts. Chinese is the source; English must have exactly its shape.
 *
 * @param zh the Chinese texts: strings, or functions for texts with values in them
 * @param en the same in English
 */
export function defineMessages<const T extends object>(
  zh: T,
  en: Widened<T>,
): Messages<Widened<T>> {
  const messages = { zh: zh as unknown as Widened<T>, en };
  dictionaries.push(messages);
  return messages;
}

/** Picks the texts of one language. */
export function messagesIn<T>(messages: Messages<T>, language: Language): T {
  return messages[language];
}
