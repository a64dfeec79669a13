package org.juxian.competition.persistence;

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

  private static final Diary EMPTY = new Diary(java.util.List.of());

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
