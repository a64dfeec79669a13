package org.juxian.notification.delivering;

/** What came of handing a message to a provider. */
public sealed interface Handover {

  /**
   * The provider has taken it.
   *
   * @param reference the provider's own
   */
  record Taken(String reference) implements Handover {}

  /** The provider will never take it: no further try. */
  record Refused(String reason) implements Handover {}

  /** It could not be handed over now: try again later. */
  record Unreachable(String reason) implements Handover {}

  /** It was handed over as far as we can tell, but the provider did not answer. */
  record Unanswered(String reason) implements Handover {}
}
