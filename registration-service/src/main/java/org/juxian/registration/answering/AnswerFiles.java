package org.juxian.registration.answering;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.persistence.AnswerFileStore;
import org.juxian.registration.persistence.AnswerFileStore.AnswerFile;
import org.juxian.registration.persistence.WorkLeases;
import org.juxian.registration.questions.FileType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Takes the files that people answer with. */
@Service
public class AnswerFiles {

  /** The most bytes in one file. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(AnswerFiles.class);
  private static final int MOST_LOOSE = 10;
  private static final Duration STAYS_LOOSE = Duration.ofHours(24);

  /** What became of a file. */
  public sealed interface Brought {

    /** It is kept, to be referred to by this id. */
    record Kept(String id, FileType type) implements Brought {}

    /** It is too large. */
    record TooLarge() implements Brought {}

    /** It is of no type that is taken. */
    record WrongType() implements Brought {}

    /** The person has brought many, and answered with none. */
    record TooMany() implements Brought {}
  }

  private final AnswerFileStore store;
  private final WorkLeases leases;
  private final Ids ids;
  private final InstantSource clock;

  AnswerFiles(AnswerFileStore store, WorkLeases leases, Ids ids, InstantSource clock) {
    this.store = store;
    this.leases = leases;
    this.ids = ids;
    this.clock = clock;
  }

  public Brought bring(String personId, String name, byte[] content) {
    if (content.length > MOST_BYTES) {
      return new Brought.TooLarge();
    }
    Optional<FileType> type = FileType.of(content);
    if (type.isEmpty()) {
      return new Brought.WrongType();
    }
    if (store.loose(personId) >= MOST_LOOSE) {
      return new Brought.TooMany();
    }
    String id = ids.next();
    store.add(id, personId, new AnswerFile(name, type.get(), content), clock.instant());
    return new Brought.Kept(id, type.get());
  }

  public Optional<AnswerFile> find(String id) {
    return store.find(id);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forgetLoose() {
    try {
      if (leases.held("loose-files")) {
        store.forgetLoose(clock.instant().minus(STAYS_LOOSE));
      }
    } catch (RuntimeException failed) {
      log.warn("Loose files stay for now: {}", failed.toString());
    }
  }
}
