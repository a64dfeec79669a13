package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.Rush.Told;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the unique keys beside the place hold, over two replicas, and what happens without them. */
@ServiceTest
class QuotaRushTest {

  private static final int QUOTA = 50;

  @LocalServerPort private int port;

  @Test
  void two_replicas_never_oversell_a_quota_and_use_it_up() {
    Replica second = Replica.second();
    Api first = Api.at(port);
    assertThat(rush(first, second.api())).isEqualTo(QUOTA);
    assertThat(hungry(first, second.api())).as("registrations of one person").isEqualTo(3);
  }

  @Test
  void without_the_unique_keys_the_same_rush_oversells_quota_and_person() {
    Replica one = Replica.unguarded();
    Replica other = Replica.otherUnguarded();
    assertThat(rush(one.api(), other.api())).isGreaterThan(QUOTA);
    assertThat(hungry(one.api(), other.api())).isGreaterThan(3);
  }

  @Test
  void a_code_is_used_as_often_as_it_may_be_however_many_come_with_it() {
    Api api = Api.at(port);
    EventFixture fair = aFair().withPlaces(100).published(api);
    Settings.of(fair).type(fair.type(), "invitationOnly", true).settle(api);
    String code =
        api.as("boss", "organiser@" + fair.organisation)
            .post(
                "/api/events/" + fair.id + "/invitations",
                Map.of(
                    "ticketTypeId", fair.type(),
                    "uses", 7,
                    "expiresAt", Instant.now().plus(Duration.ofDays(1))))
            .expect(201)
            .json()
            .path("code")
            .asString();
    List<Told> told = Rush.by(code, fair, people(60), api);
    assertThat(confirmed(told)).hasSize(7);
    assertThat(told)
        .filteredOn(one -> one.status() != 201)
        .allSatisfy(one -> assertThat(one.text()).contains("/problems/code-used-up"));
  }

  /** Three types of 40 places that share a quota of 50. */
  private static int rush(Api... replicas) {
    EventFixture fair = aFair().withPlaces(40).withPlaces(40).withPlaces(40).published(replicas);
    List<String> types = List.of(fair.type(), fair.type(1), fair.type(2));
    Settings.of(fair).quota(QUOTA, types.toArray(String[]::new)).settle(replicas);
    return confirmed(Rush.of(fair, types, people(220), replicas)).size();
  }

  /** One person, 64 times at once, who may have three. */
  private static int hungry(Api... replicas) {
    EventFixture fair = aFair().withPlaces(500).published(replicas);
    Settings.of(fair).with("perPersonLimit", 3).settle(replicas);
    List<String> same = Collections.nCopies(64, EventFixture.newId());
    return confirmed(Rush.of(fair, same, replicas)).size();
  }

  private static List<String> people(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> EventFixture.newId()).toList());
  }

  private static List<Told> confirmed(List<Told> told) {
    return told.stream().filter(one -> one.status() == 201).toList();
  }
}
