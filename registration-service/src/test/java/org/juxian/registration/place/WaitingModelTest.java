package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever people and organiser do, in whatever order: the rules of the waiting list hold. */
class WaitingModelTest {

  @Property(seed = "20261124", tries = 400)
  void no_sequence_of_commands_breaks_the_rules(
      @ForAll @IntRange(min = 1, max = 5) int placesOfA,
      @ForAll @IntRange(min = 1, max = 5) int placesOfB,
      @ForAll @IntRange(min = 1, max = 8) int quota,
      @ForAll boolean partialGroups,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 10) Integer> commands,
      @ForAll long seed) {
    WaitingWorld world = new WaitingWorld(placesOfA, placesOfB, quota, partialGroups);
    Random random = new Random(seed);
    for (int command : commands) {
      switch (command) {
        case 0, 1 -> world.register(person(random), type(random));
        case 2, 3 -> world.join(person(random), type(random), 1, 1);
        case 4 -> {
          int size = 2 + random.nextInt(3);
          int least = partialGroups ? 1 + random.nextInt(size) : size;
          world.join(person(random), type(random), size, least);
        }
        case 5 -> world.cancel(person(random));
        case 6 -> world.accept(person(random));
        case 7 -> world.letTimePass();
        case 8 -> world.prioritise(person(random), random.nextInt(3) - 1);
        case 9 -> world.capacity(type(random), 1 + random.nextInt(6));
        default -> world.quota(1 + random.nextInt(9));
      }
      world.assertRulesHold();
    }
  }

  @Example
  void a_large_group_is_not_passed_by_small_ones_and_others_are_not_kept_waiting_in_vain() {
    Line line =
        new Line(
            java.util.Map.of("A", List.of("Q"), "B", List.of("Q"), "C", List.of()),
            java.util.Map.of("A", 2, "B", 9, "C", 1, "Q", 6),
            false);
    List<Line.Offer> offers =
        line.offers(
            new ArrayList<>(
                List.of(
                    entry("three", "A", 3),
                    entry("one", "A", 1),
                    entry("other", "B", 1),
                    entry("third", "C", 1))));
    assertThat(offers)
        .containsExactly(new Line.Offer("other", "B", 1), new Line.Offer("third", "C", 1));
    assertThat(line.left("A")).isZero();
    assertThat(line.left("B")).as("what the first two of A will need is set aside").isEqualTo(1);
  }

  private static Line.Entry entry(String id, String type, int size) {
    return new Line.Entry(id, type, new Party(size, size));
  }

  private static String person(Random random) {
    return "p" + random.nextInt(9);
  }

  private static String type(Random random) {
    return random.nextBoolean() ? "A" : "B";
  }
}
