package org.juxian.registration.place;

import java.time.Instant;
import java.util.List;

/**
 * Somebody at a door, on the way in or out.
 *
 * @param zones what lies behind the door and is open to the ticket; at least one
 * @param rule whether one may come in again
 * @param at when the ticket was shown
 * @param scan names this passage: the scan's nonce
 */
public record Passage(List<String> zones, ReEntry rule, Instant at, String scan) {

  /** The zone of an event that has no zones. */
  public static final String WHOLE_EVENT = "all";

  public Passage {
    zones = List.copyOf(zones);
  }
}
