package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.identity.IdentityTest;
import org.juxian.identity.code.AddressCodes;
import org.juxian.identity.code.AddressCodes.Entry;
import org.juxian.identity.code.AddressCodes.Issue;
import org.juxian.identity.code.Quota;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.testkit.Race;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each guard with its negative control: 64 writers who have all read before the first of them
 * writes break the rule where the guard is left out, and do not where it stands.
 */
class GuardsTest extends IdentityTest {

  private static final int MANY = 64;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @Autowired private MongoDatabase database;
  @Autowired private Aggregates aggregates;
  @Autowired private CodeStore codes;
  @Autowired private CallerStore callers;
  @Autowired private AuthorizationStore authorizations;
  @Autowired private PersonStore people;
  @Autowired private Ids ids;

  private AggregateCollection<RosterDocument> rosters;

  @BeforeEach
  void openRosters() {
    rosters = aggregates.open("rosters-of-this-test", RosterDocument.class);
  }

  /** Writes what was decided on what was read; false where it was refused. */
  private interface CodeWriter {
    boolean write(Address address, Stored<AddressCodes> before, AddressCodes after);
  }

  private boolean guarded(Address address, Stored<AddressCodes> before, AddressCodes after) {
    return codes.store(address, before, after, now);
  }

  /** The same write without the version in its filter. */
  private boolean unguarded(Address address, Stored<AddressCodes> before, AddressCodes after) {
    database
        .getCollection("codes")
        .updateOne(
            eq("_id", before.id()),
            Updates.combine(
                after.live() == null
                    ? Updates.unset("state.hash")
                    : Updates.set("state.triesLeft", after.live().triesLeft()),
                Updates.inc("version", 1L)));
    return true;
  }

  private Address withACode() {
    Address address = new Address(aPhone());
    Issue.Sent sent = (Issue.Sent) AddressCodes.NONE.issue("right", Quota.OF_ADDRESS, now);
    assertThat(codes.store(address, null, sent.next(), now)).isTrue();
    return address;
  }

  private long rightAtOnce(CodeWriter writer) {
    Address address = withACode();
    CyclicBarrier allHaveRead = new CyclicBarrier(MANY);
    return count(
        Race.of(
            MANY,
            n -> {
              Stored<AddressCodes> before = codes.find(address).orElseThrow();
              await(allHaveRead);
              return before.state().enter("right"::equals, now) instanceof Entry.Right right
                  && writer.write(address, before, right.next());
            }));
  }

  @Test
  void a_code_is_right_once_and_without_the_version_as_often_as_it_is_entered() {
    assertThat(rightAtOnce(this::guarded)).isEqualTo(1);
    assertThat(rightAtOnce(this::unguarded)).isEqualTo(MANY);
  }

  private long wrongTriesAtOnce(CodeWriter writer) {
    Address address = withACode();
    CyclicBarrier allHaveRead = new CyclicBarrier(MANY);
    return count(
        Race.of(
            MANY,
            n -> {
              Stored<AddressCodes> before = codes.find(address).orElseThrow();
              await(allHaveRead);
              return before.state().enter(("wrong" + n)::equals, now) instanceof Entry.Wrong wrong
                  && writer.write(address, before, wrong.next());
            }));
  }

  @Test
  void tries_are_counted_one_by_one_and_without_the_version_all_count_as_the_first() {
    assertThat(wrongTriesAtOnce(this::guarded)).isEqualTo(1);
    assertThat(wrongTriesAtOnce(this::unguarded)).isEqualTo(MANY);
  }

  @Test
  void one_code_goes_out_to_an_address_and_without_a_document_for_it_as_many_as_are_asked_for() {
    Address address = new Address(aPhone());
    assertThat(
            count(
                Race.of(
                    MANY,
                    n -> {
                      Issue.Sent sent =
                          (Issue.Sent) AddressCodes.NONE.issue("" + n, Quota.OF_ADDRESS, now);
                      return codes.store(address, null, sent.next(), now);
                    })))
        .isEqualTo(1);
    String key = "code-by-code-" + UUID.randomUUID();
    CyclicBarrier allHaveRead = new CyclicBarrier(MANY);
    var loose = database.getCollection("negative-control");
    assertThat(
            count(
                Race.of(
                    MANY,
                    n -> {
                      boolean none = loose.countDocuments(eq("address", key)) == 0;
                      await(allHaveRead);
                      loose.insertOne(new Document("address", key));
                      return none;
                    })))
        .isEqualTo(MANY);
  }

  @Test
  void a_caller_is_counted_act_by_act_and_by_reading_first_all_are_the_first() {
    String caller = aCaller();
    Instant until = now.plusSeconds(3600);
    assertThat(Race.of(MANY, n -> callers.count("codes", caller, until)))
        .doesNotHaveDuplicates()
        .contains(1, MANY);
    String id = "read-first-" + UUID.randomUUID();
    var loose = database.getCollection("negative-control");
    loose.insertOne(new Document("_id", id).append("count", 0));
    CyclicBarrier allHaveRead = new CyclicBarrier(MANY);
    assertThat(
            Race.of(
                MANY,
                n -> {
                  int count = loose.find(eq("_id", id)).first().getInteger("count") + 1;
                  await(allHaveRead);
                  loose.updateOne(eq("_id", id), Updates.set("count", count));
                  return count;
                }))
        .containsOnly(1);
  }

  @Test
  void an_authorization_code_is_exchanged_once_and_by_reading_first_by_everybody() {
    KeptAuthorization one = anAuthorization();
    assertThat(
            count(Race.of(MANY, n -> authorizations.redeem(one.id(), now, refreshToken(one, n)))))
        .isEqualTo(1);
    KeptAuthorization other = anAuthorization();
    CyclicBarrier allHaveRead = new CyclicBarrier(MANY);
    assertThat(
            count(
                Race.of(
                    MANY,
                    n -> {
                      boolean unused =
                          authorizations.find(other.id()).orElseThrow().codeUsedAt() == null;
                      await(allHaveRead);
                      database
                          .getCollection("authorizations")
                          .updateOne(
                              eq("_id", other.id()), Updates.set("codeUsedAt", Date.from(now)));
                      return unused;
                    })))
        .isEqualTo(MANY);
  }

  private KeptAuthorization anAuthorization() {
    String id = UUID.randomUUID().toString();
    KeptAuthorization authorization =
        new KeptAuthorization(
            id,
            "juxian-gateway",
            ids.next(),
            List.of("openid"),
            Map.of("redirect_uri", "https://example.org"),
            KeptAuthorization.Secret.of("code of " + id, now, now.plusSeconds(60)),
            null,
            null,
            now.plusSeconds(60));
    authorizations.add(authorization);
    assertThat(authorizations.find(id)).contains(authorization);
    return authorization;
  }

  private KeptAuthorization.Secret refreshToken(KeptAuthorization of, int n) {
    return KeptAuthorization.Secret.of(of.id() + n, now, now.plusSeconds(600));
  }

  @Test
  void an_address_has_one_owner_and_without_the_index_as_many_as_come_at_once() {
    Address address = new Address(aPhone());
    assertThat(
            count(
                Race.of(MANY, n -> people.add(Person.newcomer(ids.next(), address, Language.ZH)))))
        .isEqualTo(1);
    AggregateCollection<PersonDocument> loose =
        aggregates.open("people-without-index", PersonDocument.class);
    String stranger = aPhone();
    CyclicBarrier allHaveRead = new CyclicBarrier(MANY);
    assertThat(
            count(
                Race.of(
                    MANY,
                    n -> {
                      boolean nobodys = loose.count(eq("state.addresses", stranger)) == 0;
                      await(allHaveRead);
                      Person person =
                          Person.newcomer(ids.next(), new Address(stranger), Language.ZH);
                      loose.insert(person.id(), Change.silent(PersonDocument.of(person)), null);
                      return nobodys;
                    })))
        .isEqualTo(MANY);
  }

  @Test
  void one_of_two_administrators_stays_and_by_counting_people_first_none_does() {
    List<String> two = List.of("one", "other");
    assertThat(administratorsLeft(two, this::leaveRoster)).isEqualTo(1);
    assertThat(administratorsLeft(two, this::leaveUnlessLast)).isZero();
  }

  /** Takes somebody out of a roster, or out of a list of people; says whether it did. */
  private interface Dismissal {
    boolean dismiss(String place, String person, CyclicBarrier allHaveRead);
  }

  private int administratorsLeft(List<String> people, Dismissal dismissal) {
    String place = "roster-" + UUID.randomUUID();
    rosters.insert(place, Change.silent(new RosterDocument(people, List.of())), null);
    for (String person : people) {
      database
          .getCollection("negative-control")
          .insertOne(new Document("place", place).append("person", person));
    }
    CyclicBarrier allHaveRead = new CyclicBarrier(people.size());
    long dismissed =
        count(Race.of(people.size(), n -> dismissal.dismiss(place, people.get(n), allHaveRead)));
    return people.size() - (int) dismissed;
  }

  private boolean leaveRoster(String place, String person, CyclicBarrier allHaveRead) {
    Stored<RosterDocument> before = rosters.find(place).orElseThrow();
    await(allHaveRead);
    List<String> left =
        before.state().personIds().stream().filter(other -> !other.equals(person)).toList();
    return !left.isEmpty()
        && rosters.update(before, Change.silent(new RosterDocument(left, List.of())), null)
            == Written.DONE;
  }

  private boolean leaveUnlessLast(String place, String person, CyclicBarrier allHaveRead) {
    var all = database.getCollection("negative-control");
    boolean others = all.countDocuments(eq("place", place)) > 1;
    await(allHaveRead);
    return others
        && all.deleteOne(and(eq("place", place), eq("person", person))).getDeletedCount() == 1;
  }

  private static long count(List<Boolean> results) {
    return results.stream().filter(done -> done).count();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
