package org.juxian.registration.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who in a waiting list is offered what. Everybody ahead comes first with everything that they
 * need: what somebody waits for in vain is set aside for them, and only what is left beyond is
 * there for those behind. So a large group is not passed by small ones, and a person who waits for
 * one ticket type keeps none of another type from being given out, unless they share a quota that
 * is short.
 */
public final class Line {

  /** Somebody who waits. */
  public record Entry(String id, String typeId, Party party) {}

  /** So many places are to be offered. */
  public record Offer(String id, String typeId, int seats) {}

  private final Map<String, List<String>> quotas;
  private final Map<String, Integer> left;
  private final boolean partialGroups;

  /**
   * @param quotas ids of the quotas that cover a type, by type
   * @param free how many numbers are free, by type and by quota
   */
  public Line(Map<String, List<String>> quotas, Map<String, Integer> free, boolean partialGroups) {
    this.quotas = Map.copyOf(quotas);
    this.left = new HashMap<>(free);
    this.partialGroups = partialGroups;
  }

  /** What to offer to those who wait, in this order. What is offered or set aside is gone. */
  public List<Offer> offers(List<Entry> inOrder) {
    List<Offer> offers = new ArrayList<>();
    for (Entry entry : inOrder) {
      int seats = seats(entry);
      if (seats > 0) {
        offers.add(new Offer(entry.id(), entry.typeId(), seats));
      }
      take(entry.typeId(), seats > 0 ? seats : entry.party().size());
    }
    return offers;
  }

  /** How many places of a type nobody ahead has need of. */
  public int left(String typeId) {
    int most = left.getOrDefault(typeId, 0);
    for (String quota : quotas.getOrDefault(typeId, List.of())) {
      most = Math.min(most, left.getOrDefault(quota, 0));
    }
    return Math.max(0, most);
  }

  private int seats(Entry entry) {
    int there = left(entry.typeId());
    Party party = entry.party();
    if (there >= party.size()) {
      return party.size();
    }
    return partialGroups && there >= party.atLeast() ? there : 0;
  }

  private void take(String typeId, int count) {
    left.merge(typeId, -count, Integer::sum);
    quotas
        .getOrDefault(typeId, List.of())
        .forEach(quota -> left.merge(quota, -count, Integer::sum));
  }
}
