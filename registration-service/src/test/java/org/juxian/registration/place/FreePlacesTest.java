package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is taken, given back and lowered, in whatever order. */
class FreePlacesTest {

  @Property
  void no_number_is_given_out_twice_or_outside_the_capacity(
      @ForAll @IntRange(min = 1, max = 80) int capacity,
      @ForAll @Size(max = 200) List<@IntRange(min = -80, max = 120) Integer> commands,
      @ForAll long seed) {
    FreePlaces places = new FreePlaces(new BitSet());
    Random random = new Random(seed);
    BitSet held = new BitSet();
    for (int command : commands) {
      if (command < 0 && held.get(-command)) {
        held.clear(-command);
        places.giveBack(-command);
      } else if (command >= 0) {
        OptionalInt place = places.take(capacity, random);
        assertThat(place.isPresent()).isEqualTo(held.cardinality() < capacity);
        place.ifPresent(
            number -> {
              assertThat(number).isBetween(1, capacity);
              assertThat(held.get(number)).isFalse();
              held.set(number);
            });
      }
      assertThat(places.taken()).isEqualTo(held.cardinality());
    }
  }

  @Property
  void after_the_capacity_was_lowered_what_is_over_only_shrinks(
      @ForAll @IntRange(min = 2, max = 60) int before,
      @ForAll @IntRange(min = 1, max = 59) int lowered,
      @ForAll @Size(max = 120) List<@IntRange(min = -60, max = 60) Integer> commands,
      @ForAll long seed) {
    int capacity = Math.min(lowered, before);
    Random random = new Random(seed);
    BitSet held = new BitSet();
    for (int i = 0; i < before; i++) {
      if (random.nextInt(4) > 0) {
        held.set(i + 1);
      }
    }
    FreePlaces places = new FreePlaces(held);
    int most = Math.max(capacity, held.cardinality());
    for (int command : commands) {
      if (command < 0 && held.get(-command)) {
        held.clear(-command);
        places.giveBack(-command);
        most = Math.max(capacity, Math.min(most, held.cardinality()));
      } else {
        OptionalInt place = places.take(capacity, random);
        assertThat(place.isPresent()).isEqualTo(held.cardinality() < capacity);
        place.ifPresent(held::set);
      }
      assertThat(held.cardinality()).isLessThanOrEqualTo(most);
    }
  }
}
