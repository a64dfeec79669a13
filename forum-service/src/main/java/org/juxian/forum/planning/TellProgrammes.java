package org.juxian.forum.planning;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.EventStatus;
import org.juxian.event.PublicEvent;
import org.juxian.forum.messaging.ForumMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells once of the programmes of forums that are open: those published before messages carried
 * sessions are known elsewhere without any. Nobody is told who is registered. Each forum is written
 * as it is, guarded by its version, with the message: what is told is what stands. That all were
 * told is marked last, so a crash or a second replica tells some of them again, which changes
 * nothing for whoever hears it.
 */
@Component
class TellProgrammes {

  private static final Logger log = LoggerFactory.getLogger(TellProgrammes.class);
  private static final String WHAT = "programmes-told";

  private final ForumMessages messages = new ForumMessages();
  private final Forums forums;
  private final Once once;
  private final InstantSource clock;

  TellProgrammes(Forums forums, Once once, InstantSource clock) {
    this.forums = forums;
    this.once = once;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    try {
      tell();
    } catch (RuntimeException failed) {
      log.warn("Programmes are told of at the next start: {}", failed.toString());
    }
  }

  void tell() {
    if (once.isDone(WHAT)) {
      return;
    }
    List<String> open = open();
    open.forEach(this::tell);
    once.done(WHAT);
    log.info("Told of the programmes of {} forums", open.size());
  }

  private List<String> open() {
    List<String> open = new ArrayList<>();
    forums
        .all()
        .forEach(
            one -> {
              if (isOpen(one.event())) {
                open.add(one.id());
              }
            });
    return open;
  }

  private void tell(String id) {
    Announcement known = new Announcement.Changed(Set.of(Aspect.SPEAKERS));
    Optional<KeptForum> kept = forums.find(id);
    while (kept.filter(one -> isOpen(one.forum().event())).isPresent()
        && !forums.replace(
            kept.get(), kept.get().forum(), messages.of(id, kept.get().forum(), known))) {
      kept = forums.find(id);
    }
  }

  private boolean isOpen(PublicEvent event) {
    return event.status() == EventStatus.PUBLISHED && !event.isOver(clock.instant());
  }
}
