package org.juxian.notification.delivering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where deliveries are kept. */
public interface Deliveries {

  /**
   * Stores those that are not there yet; one that is there stays as it is. Returns when all are
   * durable.
   */
  void add(List<Delivery> deliveries);

  /** Ids of those that are due, the longest overdue first. */
  List<String> due(Instant now, int limit);

  /**
   * Takes one for this replica until then; nothing where another was quicker. Counts the attempt.
   */
  Optional<Delivery> claim(String id, Instant now, Instant until);

  /**
   * Writes down that a claimed one is about to be handed over: if nothing more is written, it is in
   * doubt whether it was.
   *
   * @return false where another replica has taken it over meanwhile: then it must not be handed
   *     over
   */
  boolean begin(Delivery delivery);

  /**
   * Sends one that is in doubt once more, because an operator wants it.
   *
   * @return false where it is not in doubt, or was a sign-in code
   */
  boolean again(String id, Instant due);

  /**
   * Writes down what became of a claimed one.
   *
   * @param sent what was handed over, kept to show the person; its text is not kept for a sign-in
   *     code
   * @param detail the provider's reference, or a reason
   */
  void finish(
      Delivery delivery,
      Status status,
      Instant at,
      @Nullable Envelope sent,
      @Nullable String detail);

  /** Gives a claimed one back, to be tried at {@code due}. */
  void postpone(Delivery delivery, Instant due, String reason);

  /**
   * Of those from before this moment that have ended, forgets what was said and to which address.
   * That there was one stays. What was still in doubt has failed.
   *
   * @return how many were forgotten
   */
  long forgetBefore(Instant moment);
}
