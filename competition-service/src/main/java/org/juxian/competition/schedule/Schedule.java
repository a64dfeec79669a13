package org.juxian.competition.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.juxian.event.Fault;
import org.juxian.event.Period;

/**
 * The entries and heats of one competition. It is one value, kept in one document, so that "nobody
 * is in two places at once" and "no workstation is used twice at a time" are decided on all heats
 * together.
 *
 * @param entries by id, withdrawn ones too: news of them may still be on its way
 * @param heats in order of their start
 */
public record Schedule(Map<String, Entry> entries, List<Heat> heats) {

  public static final Schedule EMPTY = new Schedule(Map.of(), List.of());

  public Schedule {
    entries = Map.copyOf(entries);
    heats =
        heats.stream()
            .sorted(
                Comparator.comparing((Heat heat) -> heat.period().startsAt())
                    .thenComparing(Heat::id))
            .toList();
  }

  /**
   * What is wrong with a heat as a request gives it: unknown entries or workstations, or one of
   * them twice.
   */
  List<Fault> faults(Heat heat, Period competition, List<String> workstations) {
    List<Fault> faults = new ArrayList<>();
    if (!competition.contains(heat.period())) {
      faults.add(Fault.of("startsAt", "within-competition"));
    }
    Set<String> usedEntries = new HashSet<>();
    Set<String> usedWorkstations = new HashSet<>();
    for (int at = 0; at < heat.assignments().size(); at++) {
      Assignment assignment = heat.assignments().get(at);
      String path = "assignments[" + at + "].";
      Entry entry = entries.get(assignment.entryId());
      if (entry == null || !entry.entered()) {
        faults.add(Fault.of(path + "entryId", "unknown-entry"));
      } else if (!usedEntries.add(assignment.entryId())) {
        faults.add(Fault.of(path + "entryId", "duplicate"));
      }
      if (!workstations.contains(assignment.workstation())) {
        faults.add(Fault.of(path + "workstation", "unknown-workstation"));
      } else if (!usedWorkstations.add(assignment.workstation())) {
        faults.add(Fault.of(path + "workstation", "duplicate"));
      }
    }
    return faults;
  }

  /**
   * Why this heat cannot stand beside the others, or within itself; the heat that it replaces does
   * not count.
   */
  Optional<CompetitionRefusal> clash(Heat heat) {
    Optional<CompetitionRefusal> within = sharedPerson(heat);
    if (within.isPresent()) {
      return within;
    }
    Set<String> people = new HashSet<>();
    heat.assignments().forEach(one -> people.addAll(entry(one).people()));
    Set<String> workstations = new HashSet<>();
    heat.assignments().forEach(one -> workstations.add(one.workstation()));
    for (Heat other : heats) {
      if (other.id().equals(heat.id()) || !other.period().overlaps(heat.period())) {
        continue;
      }
      for (Assignment taken : other.assignments()) {
        if (workstations.contains(taken.workstation())) {
          return Optional.of(
              new CompetitionRefusal.WorkstationBusy(
                  taken.workstation(), other.id(), other.period().startsAt()));
        }
        if (!Collections.disjoint(people, entry(taken).people())) {
          return Optional.of(
              new CompetitionRefusal.PersonBusy(
                  entry(taken).shownName(), other.id(), other.period().startsAt()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<CompetitionRefusal> sharedPerson(Heat heat) {
    Set<String> people = new HashSet<>();
    for (Assignment assignment : heat.assignments()) {
      Entry entry = entry(assignment);
      if (!Collections.disjoint(people, entry.people())) {
        return Optional.of(
            new CompetitionRefusal.PersonBusy(
                entry.shownName(), heat.id(), heat.period().startsAt()));
      }
      people.addAll(entry.people());
    }
    return Optional.empty();
  }

  Optional<Heat> heat(String id) {
    return heats.stream().filter(heat -> heat.id().equals(id)).findFirst();
  }

  /** With this heat in place of the one with its id, if there is one. */
  Schedule with(Heat heat) {
    List<Heat> others = new ArrayList<>(without(heat.id()).heats);
    others.add(heat);
    return new Schedule(entries, others);
  }

  Schedule without(String heatId) {
    return new Schedule(entries, heats.stream().filter(heat -> !heat.id().equals(heatId)).toList());
  }

  Schedule with(Entry entry) {
    Map<String, Entry> more = new java.util.HashMap<>(entries);
    more.put(entry.id(), entry);
    return new Schedule(more, heats);
  }

  /** The entry of an assignment that was checked when its heat was made. */
  public Entry entry(Assignment assignment) {
    Entry entry = entries.get(assignment.entryId());
    if (entry == null) {
      throw new IllegalStateException("a heat has an entry that is not there");
    }
    return entry;
  }

  HeatFact.Place place(Assignment assignment) {
    return new HeatFact.Place(entry(assignment), assignment.workstation());
  }
}
