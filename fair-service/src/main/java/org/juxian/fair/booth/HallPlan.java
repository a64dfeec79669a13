package org.juxian.fair.booth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Aspect;
import org.juxian.event.Fault;
import org.juxian.event.Refusal;
import org.juxian.platform.values.Text;

/**
 * Who stands where at a fair: the one place in which all its booths are given out, so that two
 * companies never hold one booth and no company holds more than it may. It is stored whole, with
 * its fair, and each change is a single guarded write.
 *
 * @param boothsPerCompany how many booths one legal entity may hold; a lower number holds from then
 *     on and takes nothing away
 * @param applications by id, which is the order in which they came
 */
public record HallPlan(
    List<Hall> halls, int boothsPerCompany, SortedMap<String, BoothApplication> applications) {

  /** The most applications that a fair takes, closed ones included. */
  public static final int MOST_APPLICATIONS = 2000;

  /** The most applications that one person has under way at a fair. */
  public static final int MOST_OF_ONE_PERSON = 20;

  public HallPlan {
    halls = List.copyOf(halls);
    applications = Collections.unmodifiableSortedMap(new TreeMap<>(applications));
  }

  /** The plan of a new fair, which nobody has applied at. */
  public static PlanDecision empty(List<Hall> halls, int boothsPerCompany) {
    return new HallPlan(List.of(), boothsPerCompany, Collections.emptySortedMap())
        .rearrange(halls, boothsPerCompany);
  }

  /**
   * Other halls and booths. A booth that a company holds stays, but may move or get another number:
   * then the company is told.
   */
  public PlanDecision rearrange(List<Hall> after, int limit) {
    List<Fault> faults = LayoutRules.faults(after, limit);
    if (!faults.isEmpty()) {
      return refused(new FairRefusal.Event(new Refusal.Invalid(faults)));
    }
    HallPlan plan = new HallPlan(after, limit, applications);
    List<BoothFact> facts = new ArrayList<>();
    for (BoothApplication application : applications.values()) {
      Optional<Place> before = application.boothId().flatMap(this::place);
      if (before.isEmpty()) {
        continue;
      }
      Optional<Place> now = plan.place(before.get().booth().id());
      if (now.isEmpty()) {
        return refused(
            new FairRefusal.BoothInUse(
                before.get().booth().number(), application.applicant().companyName()));
      }
      if (!now.get().isSameAs(before.get())) {
        facts.add(new BoothFact.Assigned(application, now.get(), before.get().booth().number()));
      }
    }
    return new PlanDecision.Planned(plan, facts);
  }

  /** A new application. */
  public PlanDecision apply(String id, Applicant applicant) {
    long ofPerson = countLive(one -> one.applicant().personId().equals(applicant.personId()));
    if (applications.size() >= MOST_APPLICATIONS || ofPerson >= MOST_OF_ONE_PERSON) {
      return refused(new FairRefusal.TooManyApplications());
    }
    long same =
        countLive(
            one ->
                one.isOf(applicant.licence())
                    && one.applicant().personId().equals(applicant.personId()));
    return same >= boothsPerCompany
        ? refused(new FairRefusal.AlreadyApplied(boothsPerCompany))
        : planned(with(new BoothApplication(id, 1, applicant, new Standing.Submitted())));
  }

  /**
   * Gives a booth to an application, or another one instead of the one that it holds.
   *
   * @param seen the version of the application that the caller decided upon, if they say
   */
  public PlanDecision assign(String id, OptionalLong seen, String boothId) {
    return onLive(id, seen, application -> assign(application, boothId));
  }

  /** Declines an application that holds no booth; from one that does, the booth is withdrawn. */
  public PlanDecision reject(String id, OptionalLong seen, String reason) {
    return onLive(id, seen, application -> reject(application, reason));
  }

  /** Takes an application back, and with it the booth. */
  public PlanDecision withdraw(String id, OptionalLong seen, @Nullable String reason) {
    return onLive(id, seen, application -> withdraw(application, reason));
  }

  /** Closes every application, because the fair will not take place. */
  PlanDecision.Planned close(String note, @Nullable Text reason) {
    HallPlan plan = this;
    List<BoothFact> facts = new ArrayList<>();
    for (BoothApplication application : live()) {
      BoothApplication closed = application.becomes(new Standing.Withdrawn(note));
      plan = plan.with(closed);
      facts.add(new BoothFact.FairCancelled(closed, reason));
    }
    return new PlanDecision.Planned(plan, facts);
  }

  /** What exhibitors, and those who want to become one, are told of a fair that changed. */
  List<BoothFact> changed(Set<Aspect> aspects) {
    return aspects.isEmpty()
        ? List.of()
        : live().stream()
            .<BoothFact>map(
                one ->
                    new BoothFact.FairChanged(
                        one, one.boothId().flatMap(this::place).orElse(null), aspects))
            .toList();
  }

  /** Where a booth is. */
  public Optional<Place> place(String boothId) {
    for (Hall hall : halls) {
      for (Booth booth : hall.booths()) {
        if (booth.id().equals(boothId)) {
          return Optional.of(new Place(hall, booth));
        }
      }
    }
    return Optional.empty();
  }

  /** Where an applicant stands, if it holds a booth. */
  public Optional<Place> placeOf(String applicationId) {
    return Optional.ofNullable(applications.get(applicationId))
        .flatMap(BoothApplication::boothId)
        .flatMap(this::place);
  }

  /** The applications that hold a booth, by the booth's id. */
  public Map<String, BoothApplication> exhibitors() {
    return applications.values().stream()
        .filter(application -> application.boothId().isPresent())
        .collect(
            Collectors.toMap(
                application -> application.boothId().orElseThrow(), application -> application));
  }

  private PlanDecision assign(BoothApplication application, String boothId) {
    Optional<Place> place = place(boothId);
    if (place.isEmpty()) {
      return refused(new FairRefusal.NoSuchBooth());
    }
    if (application.holds(boothId)) {
      return planned(this);
    }
    BoothApplication holder = exhibitors().get(boothId);
    if (holder != null) {
      return refused(
          new FairRefusal.BoothTaken(
              place.get().booth().number(), holder.applicant().companyName()));
    }
    List<BoothApplication> others = othersOf(application);
    if (others.size() >= boothsPerCompany) {
      return refused(
          new FairRefusal.CompanyLimit(
              application.applicant().companyName(), boothsPerCompany, numbers(others)));
    }
    String previous =
        application.boothId().flatMap(this::place).map(old -> old.booth().number()).orElse(null);
    return becomes(
        application,
        new Standing.Assigned(boothId),
        next -> new BoothFact.Assigned(next, place.get(), previous));
  }

  private PlanDecision reject(BoothApplication application, String reason) {
    Optional<Place> place = application.boothId().flatMap(this::place);
    return place.isPresent()
        ? refused(new FairRefusal.HoldsBooth(place.get().booth().number()))
        : becomes(
            application,
            new Standing.Rejected(reason),
            next -> new BoothFact.Rejected(next, reason));
  }

  private PlanDecision withdraw(BoothApplication application, @Nullable String reason) {
    Optional<Place> place = application.boothId().flatMap(this::place);
    Standing withdrawn = new Standing.Withdrawn(reason);
    return place.isEmpty()
        ? planned(with(application.becomes(withdrawn)))
        : becomes(
            application, withdrawn, next -> new BoothFact.Withdrawn(next, place.get(), reason));
  }

  /** The booths that the same legal entity holds by other applications. */
  private List<BoothApplication> othersOf(BoothApplication application) {
    return applications.values().stream()
        .filter(other -> !other.id().equals(application.id()))
        .filter(other -> other.isOf(application.applicant().licence()))
        .filter(other -> other.boothId().isPresent())
        .toList();
  }

  private String numbers(List<BoothApplication> holders) {
    return holders.stream()
        .flatMap(holder -> holder.boothId().flatMap(this::place).stream())
        .map(place -> place.booth().number())
        .collect(Collectors.joining(", "));
  }

  private List<BoothApplication> live() {
    return applications.values().stream()
        .filter(application -> application.standing().isLive())
        .toList();
  }

  private long countLive(Predicate<BoothApplication> which) {
    return live().stream().filter(which).count();
  }

  private PlanDecision onLive(
      String id, OptionalLong seen, Function<BoothApplication, PlanDecision> decide) {
    BoothApplication application = applications.get(id);
    if (application == null) {
      return refused(new FairRefusal.Unknown());
    }
    if (seen.isPresent() && seen.getAsLong() != application.version()) {
      return refused(new FairRefusal.Stale());
    }
    return application.standing().isLive()
        ? decide.apply(application)
        : refused(new FairRefusal.ApplicationClosed());
  }

  private PlanDecision becomes(
      BoothApplication application, Standing standing, Function<BoothApplication, BoothFact> fact) {
    BoothApplication next = application.becomes(standing);
    return new PlanDecision.Planned(with(next), List.of(fact.apply(next)));
  }

  private HallPlan with(BoothApplication application) {
    SortedMap<String, BoothApplication> all = new TreeMap<>(applications);
    all.put(application.id(), application);
    return new HallPlan(halls, boothsPerCompany, all);
  }

  private static PlanDecision planned(HallPlan plan) {
    return new PlanDecision.Planned(plan, List.of());
  }

  private static PlanDecision refused(FairRefusal why) {
    return new PlanDecision.Refused(why);
  }
}
