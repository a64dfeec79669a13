package org.juxian.registration.place;

import java.time.Instant;
import java.util.Map;

/**
 * Somebody at a door, on the way in or out.
 *
 * @param zones what lies behind the door and is open to the ticket, each with its rule of coming in
 *     again; at least one
 * @param at when the ticket was shown
 * @param scan names this passage: the scan's nonce
 */
public record Passage(Map<String, ReEntry> zones, Instant at, String scan) {

  /** The zone of an event that has no zones. */
  public static final String WHOLE_EVENT = "all";

  public Passage {
    zones = Map.copyOf(zones);
  }
}
