package org.juxian.competition.web;

import org.jspecify.annotations.Nullable;
import org.juxian.competition.schedule.Entry;

/**
 * An entry as its organiser sees it.
 *
 * @param status entered or withdrawn
 */
record EntryView(String id, String name, Entry.@Nullable Team team, String status) {

  static EntryView of(Entry entry) {
    return new EntryView(
        entry.id(), entry.name(), entry.team(), entry.entered() ? "entered" : "withdrawn");
  }
}
