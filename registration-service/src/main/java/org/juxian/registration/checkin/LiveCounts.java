package org.juxian.registration.checkin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.juxian.registration.persistence.HeadStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Live counts of events for those who listen. Each replica looks at the database by itself, a few
 * times a second and only while somebody listens, so it does not matter which replica let somebody
 * in.
 */
@Service
public class LiveCounts {

  private final HeadStore heads;
  private final InstantSource clock;
  private final Duration every;
  private final int mostOfAnEvent;
  private final int most;
  private final Map<String, Watch> watches = new HashMap<>();
  private int listeners;

  LiveCounts(
      HeadStore heads,
      InstantSource clock,
      @Value("${juxian.registration.live.every:250ms}") Duration every,
      @Value("${juxian.registration.live.streams-of-an-event:20}") int mostOfAnEvent,
      @Value("${juxian.registration.live.streams:200}") int most) {
    this.heads = heads;
    this.clock = clock;
    this.every = every;
    this.mostOfAnEvent = mostOfAnEvent;
    this.most = most;
  }

  /** Somebody listens; to be closed when they do not any more. */
  public final class Listening implements AutoCloseable {

    private final String eventId;
    private final Watch watch;
    private long seen;

    private Listening(String eventId, Watch watch) {
      this.eventId = eventId;
      this.watch = watch;
    }

    /**
     * Waits for counts that were not answered yet; empty if there are none for so long.
     *
     * @throws InterruptedException if the waiting is called off
     */
    public Optional<Counts> next(Duration patience) throws InterruptedException {
      Optional<Watch.Edition> edition = watch.after(seen, patience);
      edition.ifPresent(one -> seen = one.number());
      return edition.map(Watch.Edition::counts);
    }

    /** Whether this process is about to end. */
    public boolean isOver() {
      return watch.isOver();
    }

    @Override
    public void close() {
      leave(eventId, watch);
    }
  }

  /** Begins to listen; empty where too many do. */
  public synchronized Optional<Listening> listen(String eventId) {
    Watch known = watches.get(eventId);
    if (listeners >= most || (known != null && known.listeners() >= mostOfAnEvent)) {
      return Optional.empty();
    }
    Watch watch = known == null ? start(eventId) : known;
    watch.join();
    listeners++;
    return Optional.of(new Listening(eventId, watch));
  }

  private Watch start(String eventId) {
    Watch watch = new Watch(eventId, heads, clock, every);
    watches.put(eventId, watch);
    Thread.ofVirtual().name("counts-" + eventId).start(watch);
    return watch;
  }

  private synchronized void leave(String eventId, Watch watch) {
    listeners--;
    if (watch.leave() == 0) {
      watches.remove(eventId, watch);
      watch.end();
    }
  }

  @EventListener(ContextClosedEvent.class)
  synchronized void end() {
    watches.values().forEach(Watch::end);
  }
}
