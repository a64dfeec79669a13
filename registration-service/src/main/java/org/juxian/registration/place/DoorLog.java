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

  /** How many of those nobody has looked into. */
  public int open() {
    return (int) scans.stream().filter(Scan::isOpen).count();
  }

  /**
   * Somebody has looked into these scans. Each is settled once: what another settled before stays
   * with their name and note.
   */
  public Settling settle(List<String> nonces, Scan.Settled how) {
    for (int i = 0; i < nonces.size(); i++) {
      if (find(nonces.get(i)).filter(scan -> scan.doubt() != null).isEmpty()) {
        return new Settling.Unknown(i);
      }
    }
    List<Scan> named = scans.stream().filter(scan -> nonces.contains(scan.nonce())).toList();
    if (named.stream().noneMatch(Scan::isOpen)) {
      return named.stream().allMatch(scan -> saidBy(scan, how))
          ? new Settling.Repeated()
          : new Settling.Before();
    }
    return new Settling.Now(
        new DoorLog(
            scans.stream()
                .map(
                    scan ->
                        scan.isOpen() && nonces.contains(scan.nonce()) ? scan.settled(how) : scan)
                .toList()));
  }

  private static boolean saidBy(Scan scan, Scan.Settled how) {
    Scan.Settled said = scan.settled();
    return said != null && said.by().equals(how.by()) && said.note().equals(how.note());
  }

  /** What comes of settling. */
  public sealed interface Settling {

    /** It is settled with this. */
    record Now(DoorLog log) implements Settling {}

    /** The same person said the same before. */
    record Repeated() implements Settling {}

    /** Others settled all of it before. */
    record Before() implements Settling {}

    /** There is no such scan, or nothing odd about it. */
    record Unknown(int index) implements Settling {}
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
