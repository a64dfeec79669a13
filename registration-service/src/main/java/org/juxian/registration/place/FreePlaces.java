package org.juxian.registration.place;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * What is believed about the places of one ticket type, to guess a free one. A guess may be wrong:
 * the unique index decides. Not for several threads at once.
 *
 * <p>Where the capacity was lowered below what is taken, some hold numbers above it. Then nothing
 * is given out until fewer than the capacity are taken, and after that only the lowest free number,
 * so that all who try at once meet at the index.
 */
public final class FreePlaces {

  private final BitSet taken;

  /**
   * @param taken the numbers that are taken, from 1
   */
  public FreePlaces(BitSet taken) {
    this.taken = (BitSet) taken.clone();
  }

  /** A number from 1 to {@code capacity} that seems free, taken from now on; empty if none is. */
  public OptionalInt take(int capacity, RandomGenerator random) {
    int place = guess(capacity, random);
    if (place > capacity) {
      return OptionalInt.empty();
    }
    taken.set(place);
    return OptionalInt.of(place);
  }

  private int guess(int capacity, RandomGenerator random) {
    if (taken.length() - 1 > capacity) {
      return taken.cardinality() < capacity ? taken.nextClearBit(1) : Integer.MAX_VALUE;
    }
    int place = taken.nextClearBit(random.nextInt(1, capacity + 1));
    return place <= capacity ? place : taken.nextClearBit(1);
  }

  /** This number is free again. */
  public void giveBack(int place) {
    taken.clear(place);
  }

  /** How many seem taken. */
  public int taken() {
    return taken.cardinality();
  }
}
