package org.juxian.registration.place;

/**
 * How many places somebody waits for.
 *
 * @param size 1 for a person or a team, the number of people for a group
 * @param atLeast with how many of them the group would be content; {@code size} for all or none
 */
public record Party(int size, int atLeast) {

  /** A person, or a team that takes one place. */
  public static final Party ONE = new Party(1, 1);

  public Party {
    if (size < 1 || atLeast < 1 || atLeast > size) {
      throw new IllegalArgumentException(atLeast + " of " + size);
    }
  }
}
