package org.juxian.competition.diary;

/** Where diaries are kept, one document each. */
public interface Diaries {

  /** The diary of a person; an empty one if nothing is kept. */
  KeptDiary of(String person);

  /**
   * Keeps the next state, unless somebody wrote since {@code before} was read.
   *
   * @return whether it did
   */
  boolean replace(KeptDiary before, Diary after);
}
