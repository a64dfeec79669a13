package org.juxian.registration.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who shares a look, and that nobody is answered from one that had begun before they asked. */
class SharedLooksTest {

  private final AtomicInteger stored = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch answerOfTheFirst = new CountDownLatch(1);

  @Test
  void whoever_asks_while_a_look_is_under_way_sees_what_was_stored_before_they_asked() {
    SharedLooks<Integer> looks = new SharedLooks<>(this::look);
    Queue<Integer> early = new ConcurrentLinkedQueue<>();
    Queue<Integer> late = new ConcurrentLinkedQueue<>();
    Thread first = Thread.ofPlatform().start(() -> early.add(looks.at("event")));
    await().until(() -> begun.get() == 1);
    stored.set(1);
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      others.add(Thread.ofPlatform().start(() -> late.add(looks.at("event"))));
    }
    others.forEach(other -> await().until(() -> other.getState() == Thread.State.WAITING));
    answerOfTheFirst.countDown();
    await().until(() -> !first.isAlive() && others.stream().noneMatch(Thread::isAlive));
    assertThat(early).containsExactly(0);
    assertThat(late).hasSize(10).containsOnly(1);
    assertThat(begun).as("one look for all ten").hasValue(2);
  }

  @Test
  void nothing_is_remembered() {
    answerOfTheFirst.countDown();
    SharedLooks<Integer> looks = new SharedLooks<>(this::look);
    assertThat(looks.at("event")).isZero();
    stored.set(5);
    assertThat(looks.at("event")).isEqualTo(5);
    assertThat(looks.at("another")).isEqualTo(5);
    assertThat(begun).hasValue(3);
  }

  @Test
  void a_look_that_failed_is_nobodys_answer() {
    answerOfTheFirst.countDown();
    SharedLooks<Integer> looks =
        new SharedLooks<>(
            id -> {
              if (begun.get() == 0) {
                begun.incrementAndGet();
                throw new IllegalStateException("away");
              }
              return look(id);
            });
    assertThatThrownBy(() -> looks.at("event")).hasMessage("away");
    assertThat(looks.at("event")).isZero();
  }

  /** The first is slow: it reads at once and answers later. */
  private int look(String id) {
    int seen = stored.get();
    if (begun.incrementAndGet() == 1) {
      try {
        answerOfTheFirst.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(id, interrupted);
      }
    }
    return seen;
  }
}
