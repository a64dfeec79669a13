package org.juxian.registration.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened with one registration at the doors, in the order in which we heard of it.
 *
 * @param scans each with another nonce; at most {@link #MOST}
 */
public record DoorLog(List<Scan> scans) {

  /** So many are kept; beyond it the oldest without doubt are forgotten. */
  public static final int MOST = 200;

  /** Nothing happened yet. */
  public static final DoorLog EMPTY = new DoorLog(List.of());

  public DoorLog {
    scans = List.copyOf(scans);
  }

  public Optional<Scan> find(String nonce) {
    return scans.stream().filter(scan -> scan.nonce().equals(nonce)).findFirst();
  }

  /** How often the person was let in though we would have said no. */
  public int doubts() {
    return (int) scans.stream().filter(scan -> scan.doubt() != null).count();
  }

  /** When we heard something new of it last; empty if nothing happened yet. */
  public Optional<Instant> changedAt() {
    return scans.stream()
        .flatMap(
            scan ->
                scan.undone() == null
                    ? Stream.of(scan.heardAt())
                    : Stream.of(scan.heardAt(), scan.undone().at()))
        .max(Instant::compareTo);
  }

  /** The same, seen by nobody in particular. */
  public DoorLog anonymous() {
    return new DoorLog(scans.stream().map(Scan::anonymous).toList());
  }

  DoorLog with(Scan scan) {
    List<Scan> next = new ArrayList<>(scans);
    next.add(scan);
    if (next.size() > MOST) {
      next.remove(
          scans.stream().filter(one -> one.doubt() == null).findFirst().orElse(next.getFirst()));
    }
    return new DoorLog(next);
  }

  DoorLog undone(String nonce, String by, Instant at) {
    return new DoorLog(
        scans.stream()
            .map(scan -> scan.nonce().equals(nonce) ? scan.takenBack(by, at) : scan)
            .toList());
  }
}
