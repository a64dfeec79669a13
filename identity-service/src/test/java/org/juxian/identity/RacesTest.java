package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.Race;
import tools.jackson.databind.JsonNode;

/** Many requests at once, at two replicas of the service. */
class RacesTest extends IdentityTest {

  private static final int MANY = 64;
  private static Replica other;

  @BeforeAll
  static void startAnother() {
    other = Replica.start();
  }

  @AfterAll
  static void stopIt() {
    other.close();
  }

  private Api oneOfTwo(int n) {
    return at(n % 2 == 0 ? port : other.port());
  }

  private static long count(List<Integer> statuses, int status) {
    return statuses.stream().filter(one -> one == status).count();
  }

  @Test
  void of_64_with_the_right_code_one_gets_in() {
    String phone = aPhone();
    Map<String, String> entry = Map.of("address", phone, "code", codeFor(phone));
    List<Integer> statuses =
        Race.of(MANY, n -> oneOfTwo(n).post("/api/identity/tokens", entry).status());
    assertThat(count(statuses, 200)).isEqualTo(1);
    assertThat(count(statuses, 422)).isEqualTo(MANY - 1);
  }

  @Test
  void of_64_guesses_five_count() {
    String phone = aPhone();
    String code = codeFor(phone);
    Race.of(
        MANY,
        n -> {
          String guess = "%06d".formatted((Integer.parseInt(code) + n + 1) % 1_000_000);
          return oneOfTwo(n)
              .post("/api/identity/tokens", Map.of("address", phone, "code", guess))
              .expectProblem(422, "code-wrong");
        });
    api()
        .post("/api/identity/tokens", Map.of("address", phone, "code", code))
        .expectProblem(422, "code-wrong");
  }

  @Test
  void of_64_requests_for_a_code_one_sends_one() {
    String phone = aPhone();
    try (MessageProbe codes = MessageProbe.on("juxian.identity-codes")) {
      List<Integer> statuses =
          Race.of(
              MANY,
              n -> oneOfTwo(n).post("/api/identity/codes", Map.of("address", phone)).status());
      assertThat(count(statuses, 202)).isEqualTo(1);
      assertThat(count(statuses, 429)).isEqualTo(MANY - 1);
      codes.await("identity.code-issued.v1", heard -> isTo(heard, phone));
      assertThat(codes.heardWithin(java.time.Duration.ofSeconds(1)))
          .filteredOn(heard -> isTo(heard, phone))
          .hasSize(1);
    }
  }

  @Test
  void one_authorization_code_is_exchanged_once() {
    OidcClient here = new OidcClient(api());
    OidcClient there = new OidcClient(at(other.port()));
    String code = here.code(cookieFor(aPhone()));
    List<Integer> statuses =
        Race.of(MANY, n -> (n % 2 == 0 ? here : there).exchange(code).status());
    assertThat(count(statuses, 200)).isLessThanOrEqualTo(1);
    assertThat(count(statuses, 200) + count(statuses, 400)).isEqualTo(MANY);
  }

  @Test
  void the_gateways_replicas_may_refresh_at_once() {
    OidcClient here = new OidcClient(api());
    OidcClient there = new OidcClient(at(other.port()));
    String refresh =
        here.exchange(here.code(cookieFor(aPhone())))
            .expect(200)
            .json()
            .path("refresh_token")
            .asString();
    List<Integer> statuses =
        Race.of(16, n -> (n % 2 == 0 ? here : there).refresh(refresh).status());
    assertThat(statuses).containsOnly(200);
  }

  @Test
  void one_mailbox_becomes_one_person_however_many_add_it() {
    String mail = aMail();
    List<Integer> statuses =
        Race.of(
            MANY,
            n ->
                oneOfTwo(n)
                    .as("somebody", "administrator")
                    .post("/api/identity/people", Map.of("address", mail, "name", "Me " + n))
                    .status());
    assertThat(count(statuses, 201)).isEqualTo(1);
    assertThat(count(statuses, 409)).isEqualTo(MANY - 1);
  }

  @Test
  void grants_given_at_once_are_all_there() {
    String person = aPerson();
    Set<String> roles = Set.of("judge", "speaker", "organiser", "exhibitor", "door-staff");
    List<String> each = List.copyOf(roles);
    Race.of(
        each.size(),
        n ->
            oneOfTwo(n)
                .as("somebody", "administrator")
                .post(grantsOf(person), Map.of("role", each.get(n)))
                .expect(200));
    assertThat(rolesOf(person)).isEqualTo(roles);
  }

  @Test
  void of_eight_administrators_who_are_dismissed_at_once_one_stays() {
    List<String> eight =
        java.util.stream.Stream.generate(this::aPerson)
            .limit(8)
            .peek(
                person ->
                    administrator()
                        .post(grantsOf(person), Map.of("role", "administrator"))
                        .expect(200))
            .toList();
    String first = firstAdministrator();
    administrator().delete(grantsOf(first) + "/administrator").expect(204);
    List<Integer> statuses =
        Race.of(
            8,
            n ->
                oneOfTwo(n)
                    .as("somebody", "administrator")
                    .delete(grantsOf(eight.get(n)) + "/administrator")
                    .status());
    assertThat(count(statuses, 204)).isEqualTo(7);
    assertThat(count(statuses, 409)).isEqualTo(1);
    List<String> left =
        eight.stream().filter(person -> rolesOf(person).contains("administrator")).toList();
    assertThat(left).hasSize(1);
    administrator()
        .delete(grantsOf(left.getFirst()) + "/administrator")
        .expectProblem(409, "last-administrator");
    administrator().post(grantsOf(first), Map.of("role", "administrator")).expect(200);
    administrator().delete(grantsOf(left.getFirst()) + "/administrator").expect(204);
  }

  @Test
  void appointed_and_dismissed_at_once_roster_and_person_agree() {
    String person = aPerson();
    for (int round = 0; round < 8; round++) {
      Race.of(
          8,
          n -> {
            Api caller = oneOfTwo(n).as("somebody", "administrator");
            return n % 2 == 0
                ? caller.post(grantsOf(person), Map.of("role", "administrator")).expect(200)
                : caller.delete(grantsOf(person) + "/administrator").expect(204);
          });
      boolean granted = rolesOf(person).contains("administrator");
      boolean onRoster =
          context
              .getBean(org.juxian.identity.persistence.RosterStore.class)
              .find()
              .orElseThrow()
              .state()
              .personIds()
              .contains(person);
      assertThat(granted).isEqualTo(onRoster);
    }
    administrator().delete(grantsOf(person) + "/administrator").expect(204);
  }

  private String firstAdministrator() {
    return administrator()
        .get("/api/identity/people?query=0001&limit=200")
        .json()
        .path("items")
        .valueStream()
        .filter(one -> one.path("phone").asString("").endsWith(FIRST_ADMINISTRATOR))
        .findFirst()
        .orElseThrow()
        .path("personId")
        .asString();
  }

  private String aPerson() {
    return administrator()
        .post("/api/identity/people", Map.of("address", aPhone(), "name", "某人"))
        .expect(201)
        .json()
        .path("personId")
        .asString();
  }

  private Set<String> rolesOf(String person) {
    Set<String> roles = new HashSet<>();
    for (JsonNode grant :
        administrator().get("/api/identity/people/" + person).expect(200).json().path("grants")) {
      roles.add(grant.path("role").asString());
    }
    return roles;
  }

  private static String grantsOf(String person) {
    return "/api/identity/people/" + person + "/grants";
  }

  private static boolean isTo(MessageProbe.Heard heard, String address) {
    return heard.data().path("address").asString().equals(address);
  }
}
