package org.juxian.registration.checkin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Showing;
import org.springframework.stereotype.Service;

/**
 * Hears what a device did without a network. Each scan is kept by its own write, so what was heard
 * before it broke off is heard already when it is told again. Several tickets are written at a
 * time, since writes share the disk's; the scans of one ticket stay in order.
 */
@Service
public class HearDevice {

  private static final int LANES = 8;

  private final CheckIn checkIn;

  HearDevice(CheckIn checkIn) {
    this.checkIn = checkIn;
  }

  /** A ticket's code, and how it was shown. */
  public record Shown(String token, Showing showing) {}

  /** What became of each, in the same order. */
  public List<Passed> hear(Event event, List<Shown> scans) {
    Passed[] heard = new Passed[scans.size()];
    Map<String, List<Integer>> tickets = new LinkedHashMap<>();
    for (int i = 0; i < scans.size(); i++) {
      tickets.computeIfAbsent(scans.get(i).token(), _ -> new ArrayList<>()).add(i);
    }
    List<Callable<Void>> lanes = new ArrayList<>();
    for (List<Integer> places : tickets.values()) {
      lanes.add(
          () -> {
            for (int i : places) {
              Shown scan = scans.get(i);
              heard[i] = checkIn.byToken(event, scan.token(), scan.showing());
            }
            return null;
          });
    }
    run(lanes);
    return Arrays.asList(heard);
  }

  private static void run(List<Callable<Void>> lanes) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(LANES, Thread.ofVirtual().factory())) {
      for (Future<Void> lane : threads.invokeAll(lanes)) {
        lane.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    }
  }
}
