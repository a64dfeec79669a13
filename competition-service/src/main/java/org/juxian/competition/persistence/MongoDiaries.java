package org.juxian.competition.persistence;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.diary.Diary;
import org.juxian.competition.diary.KeptDiary;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.springframework.stereotype.Repository;

/** Diaries in MongoDB: collection {@code diaries}, one document a person. */
@Repository
class MongoDiaries implements Diaries {

  private static final Diary EMPTY = new Diary(List.of());
  private static final int PART = 500;

  private final AggregateCollection<DiaryDocument> diaries;

  MongoDiaries(Aggregates aggregates) {
    this.diaries = aggregates.open("diaries", DiaryDocument.class);
  }

  @Override
  public KeptDiary of(String person) {
    return diaries
        .find(person)
        .map(kept -> new KeptDiary(person, kept.version(), new Diary(kept.state().bookings())))
        .orElseGet(() -> new KeptDiary(person, 0, EMPTY));
  }

  @Override
  public void forget(String person) {
    KeptDiary kept = of(person);
    while (kept.revision() > 0 && diaries.remove(person, kept.revision()) == Written.STALE) {
      kept = of(person);
    }
  }

  /** Each that nobody wrote in between: who books anew finds an empty diary. */
  @Override
  public void forgetOver(Instant now) {
    String after = "";
    List<Stored<DiaryDocument>> part;
    do {
      part = diaries.find(gt("_id", after), Sorts.ascending("_id"), PART);
      for (Stored<DiaryDocument> one : part) {
        after = one.id();
        if (new Diary(one.state().bookings()).isOverAt(now)) {
          diaries.remove(one.id(), one.version());
        }
      }
    } while (part.size() == PART);
  }

  @Override
  public boolean replace(KeptDiary before, Diary after) {
    Change<DiaryDocument> change = Change.silent(new DiaryDocument(after.bookings()));
    if (before.revision() > 0) {
      Stored<DiaryDocument> seen =
          new Stored<>(
              before.person(), before.revision(), new DiaryDocument(before.diary().bookings()));
      return diaries.update(seen, change, null) == Written.DONE;
    }
    try {
      diaries.insert(before.person(), change, null);
      return true;
    } catch (DuplicateException somebodyElse) {
      return false;
    }
  }
}
