package org.juxian.fair.booth;

/** A booth and the hall in which it is. */
public record Place(Hall hall, Booth booth) {

  /** Whether a visitor finds both under the same number in the same hall. */
  boolean isSameAs(Place other) {
    return hall.id().equals(other.hall.id()) && booth.number().equals(other.booth.number());
  }
}
