package org.juxian.competition.diary;

import java.time.Instant;

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

  /** Lets go of a person's diary, whatever is in it. */
  void forget(String person);

  /** Lets go of the diaries of which all was over then. */
  void forgetOver(Instant now);
}
