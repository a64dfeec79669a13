package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import tools.jackson.databind.JsonNode;

class PeopleTest extends IdentityTest {

  @Test
  void a_newcomer_is_somebody_at_once_and_the_others_are_told() {
    String phone = aPhone();
    try (MessageProbe told = MessageProbe.on("juxian.identity")) {
      JsonNode me = signedIn(phone).get("/api/identity/me").expect(200).json();
      assertThat(me.path("named").asBoolean()).isFalse();
      assertThat(me.path("name").asString()).endsWith(phone.substring(phone.length() - 4));
      assertThat(me.path("grants").isEmpty()).isTrue();
      String id = me.path("personId").asString();
      MessageProbe.Heard changed =
          told.await("identity.person-changed.v1", heard -> heard.key().equals(id));
      assertThat(changed.data().path("phone").asString()).isEqualTo(phone);
      assertThat(changed.sequence()).isEqualTo(1);
    }
  }

  @Test
  void people_say_how_they_are_called_and_what_they_read() {
    Api me = signedIn(aPhone());
    String id = me.get("/api/identity/me").json().path("personId").asString();
    try (MessageProbe told = MessageProbe.on("juxian.identity")) {
      JsonNode changed =
          me.patch("/api/identity/me", Map.of("name", " 李晓岚 ", "language", "zh"))
              .expect(200)
              .json();
      assertThat(changed.path("name").asString()).isEqualTo("李晓岚");
      assertThat(changed.path("named").asBoolean()).isTrue();
      told.await(
          "identity.person-changed.v1",
          heard ->
              heard.key().equals(id)
                  && heard.data().path("name").asString().equals("李晓岚")
                  && heard.data().path("language").asString().equals("zh"));
    }
    assertThat(me.patch("/api/identity/me", Map.of("language", "en")).json().path("name"))
        .isEqualTo(me.get("/api/identity/me").json().path("name"));
    for (Object wrong : List.of(" ", "a\nb", "x".repeat(61))) {
      assertThat(
              me.patch("/api/identity/me", Map.of("name", wrong))
                  .expectProblem(422, "invalid")
                  .faultyFields())
          .containsExactly("name");
    }
  }

  @Test
  void a_second_address_is_shown_to_be_mine_and_then_signs_me_in() {
    String phone = aPhone();
    String mail = aMail();
    Api me = signedIn(phone);
    String id = me.get("/api/identity/me").json().path("personId").asString();
    me.post("/api/identity/me/addresses", Map.of("address", mail, "code", "000000"))
        .expectProblem(422, "code-wrong");
    Map<String, String> proof = Map.of("address", mail, "code", codeFor(mail));
    JsonNode both = me.post("/api/identity/me/addresses", proof).expect(200).json();
    assertThat(both.path("mail").asString()).isEqualTo(mail);
    assertThat(both.path("phone").asString()).isEqualTo(phone);
    // A code for that address cannot be asked for again within the minute; the person is found by
    // it.
    assertThat(
            administrator()
                .get("/api/identity/people?query=" + mail)
                .json()
                .path("items")
                .get(0)
                .path("personId")
                .asString())
        .isEqualTo(id);
    String secondMail = aMail();
    me.post(
            "/api/identity/me/addresses",
            Map.of("address", secondMail, "code", codeFor(secondMail)))
        .expectProblem(409, "has-address");
  }

  @Test
  void an_address_that_is_somebodys_stays_theirs() {
    String theirs = aMail();
    administrator()
        .post("/api/identity/people", Map.of("address", theirs, "name", "Somebody"))
        .expect(201);
    signedIn(aPhone())
        .post("/api/identity/me/addresses", Map.of("address", theirs, "code", codeFor(theirs)))
        .expectProblem(409, "address-taken");
    administrator()
        .post("/api/identity/people", Map.of("address", theirs, "name", "Another"))
        .expectProblem(409, "address-taken");
  }

  @Test
  void an_administrator_adds_people_who_then_sign_in() {
    String phone = aPhone();
    Api.Answer added =
        administrator()
            .post("/api/identity/people", Map.of("address", phone, "name", "王磊"))
            .expect(201);
    String path = String.valueOf(added.header("Location"));
    assertThat(administrator().get(path).expect(200).json()).isEqualTo(added.json());
    assertThat(signedIn(phone).get("/api/identity/me").json().path("personId"))
        .isEqualTo(added.json().path("personId"));
  }

  @Test
  void people_are_found_by_parts_of_their_names_page_by_page() {
    for (int n = 0; n < 3; n++) {
      administrator()
          .post(
              "/api/identity/people", Map.of("address", aMail(), "name", "欧阳娜" + (char) ('a' + n)))
          .expect(201);
    }
    String query = "/api/identity/people?query=%E6%AC%A7%E9%98%B3&limit=2";
    JsonNode first = administrator().get(query).expect(200).json();
    assertThat(first.path("items").size()).isEqualTo(2);
    JsonNode second =
        administrator().get(query + "&cursor=" + first.path("next").asString()).json();
    assertThat(second.path("items").size()).isEqualTo(1);
    assertThat(second.has("next")).isFalse();
    assertThat(
            administrator()
                .get("/api/identity/people?query=%E6%AC%A7%E9%98%B3%E5%A8%9C%E5%A8%9C")
                .json()
                .path("items")
                .size())
        .isZero();
  }

  @Test
  void roles_are_granted_for_organisations_that_exist_and_taken_back() {
    String person =
        administrator()
            .post("/api/identity/people", Map.of("address", aPhone(), "name", "周敏"))
            .json()
            .path("personId")
            .asString();
    String organisation = OrganisationsTest.anOrganisation(administrator()).path("id").asString();
    String grants = "/api/identity/people/" + person + "/grants";
    Map<String, String> organiser = Map.of("role", "organiser", "organisationId", organisation);
    try (MessageProbe told = MessageProbe.on("juxian.identity")) {
      for (int twice = 0; twice < 2; twice++) {
        assertThat(administrator().post(grants, organiser).expect(200).json().path("grants"))
            .singleElement()
            .satisfies(
                grant -> {
                  assertThat(grant.path("role").asString()).isEqualTo("organiser");
                  assertThat(grant.path("organisationId").asString()).isEqualTo(organisation);
                });
      }
      told.await(
          "identity.person-changed.v1",
          heard ->
              heard.key().equals(person)
                  && heard
                      .data()
                      .path("grants")
                      .get(0)
                      .asString()
                      .equals("organiser@" + organisation));
    }
    administrator().delete(grants + "/organiser").expect(204);
    assertThat(administrator().get("/api/identity/people/" + person).json().path("grants").size())
        .isEqualTo(1);
    administrator().delete(grants + "/organiser?organisationId=" + organisation).expect(204);
    assertThat(administrator().get("/api/identity/people/" + person).json().path("grants").size())
        .isZero();
  }

  @Test
  void what_cannot_be_granted_is_named() {
    String grants = "/api/identity/people/" + "0".repeat(32) + "/grants";
    String nowhere = "1".repeat(32);
    for (Map<String, String> wrong :
        List.of(
            Map.of("role", "emperor"),
            Map.of("role", "judge", "organisationId", nowhere),
            Map.of("role", "judge", "organisationId", "x"),
            Map.of("role", "administrator", "organisationId", nowhere))) {
      Api.Answer refused = administrator().post(grants, wrong).expectProblem(422, "invalid");
      assertThat(refused.faultyFields())
          .containsExactly(wrong.get("role").equals("emperor") ? "role" : "organisationId");
    }
    administrator().post(grants, Map.of("role", "judge")).expectProblem(404, "not-found");
    administrator().post(grants, Map.of("role", "administrator")).expectProblem(404, "not-found");
    administrator().delete(grants + "/judge").expectProblem(404, "not-found");
    administrator().delete(grants + "/emperor").expectProblem(422, "invalid");
  }
}
