package org.juxian.fair.managing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juxian.event.Announcement;
import org.juxian.fair.FairServiceApplication;
import org.juxian.fair.FairServiceTest;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.BoothFact;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.booth.FairRefusal;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.booth.LicenceNumber;
import org.juxian.fair.booth.Opening;
import org.juxian.fair.messaging.FairMessages;
import org.juxian.fair.web.Requests;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.Race;
import org.juxian.platform.testkit.Replica;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * 64 who decide on the same state of a fair at the same moment, at two replicas; and the same
 * without the guard of the revision, where the checker has to find the breach.
 */
@FairServiceTest
class BoothRaceTest {

  private static final int MANY = 64;

  /** So many applications where several race for the same one. */
  private static final int FEW = 8;

  private static Replica other;

  @LocalServerPort private int port;
  @Autowired private FairChanges here;
  @Autowired private Fairs fairs;
  @Autowired private FairMessages messages;
  @Autowired private InstantSource clock;
  @Autowired private Ids ids;

  @BeforeAll
  static void startAnother() {
    other = Replica.of(FairServiceApplication.class);
  }

  @AfterAll
  static void stopIt() {
    other.close();
  }

  /** One of the racers' wishes. */
  private interface Wish extends BiFunction<Fair, Instant, FairDecision> {}

  /** What came of a race, and what is wrong with it. */
  private record Result(List<Outcome> outcomes, List<String> breaches, Fair end) {

    long done() {
      return outcomes.stream().filter(one -> one instanceof Outcome.Done).count();
    }

    List<FairRefusal> refusals() {
      return outcomes.stream()
          .<FairRefusal>mapMulti(
              (one, all) -> {
                if (one instanceof Outcome.Refused(var why)) {
                  all.accept(why);
                }
              })
          .toList();
    }
  }

  @Test
  void of_64_companies_one_gets_the_booth() {
    Result result = guarded(this::companiesForOneBooth);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.done()).isEqualTo(1);
    assertThat(result.refusals()).hasOnlyElementsOfType(FairRefusal.BoothTaken.class);
    assertThat(unguarded(this::companiesForOneBooth).breaches())
        .anyMatch(one -> one.contains("two companies"));
  }

  @Test
  void of_64_applications_of_one_company_one_gets_a_booth() {
    Result result = guarded(this::oneCompanyForManyBooths);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.done()).isEqualTo(1);
    assertThat(result.refusals()).hasOnlyElementsOfType(FairRefusal.CompanyLimit.class);
    assertThat(unguarded(this::oneCompanyForManyBooths).breaches())
        .anyMatch(one -> one.contains("holds 2 booths"));
  }

  @Test
  void what_is_withdrawn_while_it_is_assigned_ends_withdrawn() {
    Result result = guarded(this::assignAgainstWithdraw);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.end().plan().exhibitors()).isEmpty();
    assertThat(result.refusals()).hasOnlyElementsOfType(FairRefusal.ApplicationClosed.class);
    assertThat(unguarded(this::assignAgainstWithdraw).breaches())
        .anyMatch(one -> one.startsWith("told"));
  }

  @Test
  void a_fair_that_is_called_off_while_booths_are_assigned_ends_without_exhibitors() {
    Result result = guarded(this::assignAgainstCancel);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.end().plan().exhibitors()).isEmpty();
    assertThat(unguarded(this::assignAgainstCancel).breaches()).isNotEmpty();
  }

  @Test
  void a_booth_is_removed_or_assigned_and_never_both() {
    Result result = guarded(this::assignAgainstRemovalOfBooth);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.done()).isEqualTo(1);
    assertThat(unguarded(this::assignAgainstRemovalOfBooth).breaches()).isNotEmpty();
  }

  @Test
  void of_64_equal_applications_one_is_accepted() {
    Plot same = fair -> n -> (now, at) -> now.apply(ids.next(), applicant("somebody", 1), at);
    assertThat(guarded(same).end().plan().applications()).hasSize(1);
  }

  @Test
  void of_64_people_one_gets_the_interview() {
    Result result = guarded(this::peopleForOneInterview);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.done()).isEqualTo(1);
    assertThat(result.refusals()).hasOnlyElementsOfType(FairRefusal.InterviewTaken.class);
    assertThat(unguarded(this::peopleForOneInterview).breaches())
        .anyMatch(one -> one.contains("two guests"));
  }

  @Test
  void of_64_interviews_at_one_time_a_person_gets_one() {
    Result result = guarded(this::onePersonForManyInterviews);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.done()).isEqualTo(1);
    assertThat(result.refusals()).hasOnlyElementsOfType(FairRefusal.InterviewTooClose.class);
    assertThat(unguarded(this::onePersonForManyInterviews).breaches())
        .anyMatch(one -> one.contains("in two interviews"));
  }

  @Test
  void a_booth_that_is_withdrawn_while_its_interviews_are_taken_ends_without_any() {
    Result result = guarded(this::takeAgainstWithdraw);
    assertThat(result.breaches()).isEmpty();
    assertThat(result.end().interviews().slots()).isEmpty();
    assertThat(unguarded(this::takeAgainstWithdraw).breaches()).isNotEmpty();
  }

  private IntFunction<Wish> peopleForOneInterview(KeptFair fair) {
    String slot = interviewing(fair, 1, 1).getFirst();
    return n -> take(slot, "guest-" + n);
  }

  private IntFunction<Wish> onePersonForManyInterviews(KeptFair fair) {
    List<String> slots = interviewing(fair, MANY, 1);
    return n -> take(slots.get(n), "guest");
  }

  private IntFunction<Wish> takeAgainstWithdraw(KeptFair fair) {
    List<String> slots = interviewing(fair, 1, FEW);
    Fair open = fairs.find(fair.id()).orElseThrow().fair();
    String application = open.interviews().slots().values().iterator().next().applicationId();
    return n ->
        n == MANY / 2
            ? (now, at) -> now.withdraw(application, OptionalLong.empty(), null, at)
            : take(slots.get(n % FEW), "guest-" + n);
  }

  /** The first exhibitors with a booth, each with so many slots from the fair's start on. */
  private List<String> interviewing(KeptFair fair, int exhibitors, int each) {
    List<String> applications = applied(fair, n -> n);
    List<String> slots = IntStream.range(0, exhibitors * each).mapToObj(n -> ids.next()).toList();
    Instant start = fair.fair().event().details().period().startsAt();
    Outcome opened =
        here.change(
            fair.id(),
            (now, at) -> {
              Fair open = now;
              List<BoothFact> facts = new ArrayList<>();
              for (int n = 0; n < exhibitors; n++) {
                String one = applications.get(n);
                List<String> own = slots.subList(n * each, (n + 1) * each);
                FairDecision.Accepted held =
                    (FairDecision.Accepted)
                        open.assign(one, OptionalLong.empty(), booth(fair, n), at);
                facts.addAll(held.facts());
                open = held.fair();
                open = fair(open.openInterviews(one, own, new Opening(1, start, 20, 0, each), at));
              }
              return new FairDecision.Accepted(open, new Announcement.Nothing(), facts);
            });
    assertThat(opened).isInstanceOf(Outcome.Done.class);
    return slots;
  }

  private static Fair fair(FairDecision decision) {
    return ((FairDecision.Accepted) decision).fair();
  }

  private static Wish take(String slot, String person) {
    return (now, at) -> now.takeInterview(slot, new InterviewSlot.Guest(person, person), at);
  }

  private IntFunction<Wish> companiesForOneBooth(KeptFair fair) {
    List<String> applications = applied(fair, n -> n);
    return n -> assign(applications.get(n), booth(fair, 0));
  }

  private IntFunction<Wish> oneCompanyForManyBooths(KeptFair fair) {
    List<String> applications = applied(fair, n -> 0);
    return n -> assign(applications.get(n), booth(fair, n));
  }

  private IntFunction<Wish> assignAgainstWithdraw(KeptFair fair) {
    List<String> applications = applied(fair, n -> n);
    return n -> {
      String application = applications.get(n % FEW);
      return n / FEW % 2 == 0
          ? assign(application, booth(fair, n % FEW))
          : (now, at) -> now.withdraw(application, OptionalLong.empty(), null, at);
    };
  }

  private IntFunction<Wish> assignAgainstCancel(KeptFair fair) {
    List<String> applications = applied(fair, n -> n);
    return n ->
        n == MANY / 2
            ? (now, at) -> now.cancel(OptionalLong.empty(), null, at)
            : assign(applications.get(n % FEW), booth(fair, n % FEW));
  }

  private IntFunction<Wish> assignAgainstRemovalOfBooth(KeptFair fair) {
    List<String> applications = applied(fair, n -> n);
    Hall whole = fair.fair().plan().halls().getFirst();
    Hall less =
        new Hall(
            whole.id(),
            whole.name(),
            whole.columns(),
            whole.rows(),
            whole.booths().subList(1, whole.booths().size()));
    return n ->
        n == MANY / 2
            ? (now, at) ->
                now.edit(OptionalLong.empty(), now.event().details(), List.of(less), 1, at)
            : assign(applications.get(n), booth(fair, 0));
  }

  /** Who wishes what of a fair. */
  private interface Plot {
    IntFunction<Wish> wishes(KeptFair fair);
  }

  private Result guarded(Plot wishes) {
    return race(wishes, List.of(here, other.bean(FairChanges.class)));
  }

  private Result unguarded(Plot wishes) {
    return race(wishes, List.of(new FairChanges(new UnguardedFairs(fairs), messages, clock)));
  }

  private Result race(Plot wishes, List<FairChanges> replicas) {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      KeptFair fair = published(MANY);
      IntFunction<Wish> wish = wishes.wishes(fair);
      CountDownLatch allHaveRead = new CountDownLatch(MANY);
      List<Outcome> outcomes =
          Race.of(
              MANY,
              n ->
                  replicas
                      .get(n % replicas.size())
                      .change(
                          fair.id(),
                          (now, at) -> {
                            allHaveRead.countDown();
                            await(allHaveRead);
                            return wish.apply(n).apply(now, at);
                          }));
      Fair end = fairs.find(fair.id()).orElseThrow().fair();
      String last = published(1).id();
      probe.await("fair.published.v1", one -> one.key().equals(last));
      List<MessageProbe.Heard> told =
          probe.heardWithin(Duration.ofMillis(100)).stream()
              .filter(one -> one.key().equals(fair.id()))
              .toList();
      List<String> breaches = new ArrayList<>(BoothLedger.breaches(told, end.plan()));
      breaches.addAll(InterviewLedger.breaches(told, end));
      return new Result(outcomes, breaches, end);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private KeptFair published(int booths) {
    Api organiser = Api.at(port).as("organiser", "organiser@" + Requests.ALLIANCE);
    String id =
        organiser
            .post("/api/fairs", Requests.aFair(booths))
            .expect(201)
            .json()
            .path("id")
            .asString();
    organiser.post("/api/fairs/" + id + "/publish", null).expect(200);
    return fairs.find(id).orElseThrow();
  }

  /** So many applications, made in one write. */
  private List<String> applied(KeptFair fair, IntFunction<Integer> companyOf) {
    List<String> applications = IntStream.range(0, MANY).mapToObj(n -> ids.next()).toList();
    Outcome applied =
        here.change(
            fair.id(),
            (now, at) -> {
              FairDecision all =
                  new FairDecision.Accepted(now, new Announcement.Nothing(), List.of());
              for (int n = 0; n < MANY; n++) {
                Applicant applicant = applicant("person-" + n, companyOf.apply(n));
                all =
                    ((FairDecision.Accepted) all).fair().apply(applications.get(n), applicant, at);
              }
              return all;
            });
    assertThat(applied).isInstanceOf(Outcome.Done.class);
    return applications;
  }

  private static Applicant applicant(String personId, int company) {
    return new Applicant(
        personId, "Company " + company, new LicenceNumber(Requests.licence(company)));
  }

  private static String booth(KeptFair fair, int n) {
    return fair.fair().plan().halls().getFirst().booths().get(n).id();
  }

  private static Wish assign(String application, String booth) {
    return (fair, now) -> fair.assign(application, OptionalLong.empty(), booth, now);
  }
}
