package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.registration.persistence.RegistrationStore;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Lists of a school, from the file to the tickets of those on it. */
@ServiceTest
class DelegationTest extends SchoolTest {

  @Autowired private RegistrationStore registrations;
  @Autowired private PersonalData personal;

  @Test
  void a_good_list_registers_everybody_once_and_tells_each() throws Exception {
    EventFixture fair = aFair().withPlaces(5).published(anyone);
    List<String> phones = List.of(phone(), phone(), phone());
    StringBuilder list = new StringBuilder("姓名,手机\r\n");
    phones.forEach(
        phone ->
            list.append("学生").append(phone.substring(7)).append(',').append(phone).append("\r\n"));
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      String id = send(fair, list.toString().getBytes(Charset.forName("GB18030")));
      assertThat(outcome(id)).isEqualTo("done");
      MessageProbe.Heard finished =
          probe.await("registration.delegation-finished.v1", heard -> heard.key().equals(id));
      Contracts.assertValid("registration.delegation-finished.v1", finished.data());
      assertThat(finished.data().path("personId").asString()).isEqualTo(teacher);
      JsonNode rows = coordinator().get("/api/delegations/" + id + "/rows").expect(200).json();
      assertThat(rows.path("items")).hasSize(3);
      for (JsonNode row : rows.path("items")) {
        String registration = row.path("registrationId").asString();
        MessageProbe.Heard told =
            probe.await("registration.confirmed.v1", heard -> heard.key().equals(registration));
        Contracts.assertValid("registration.confirmed.v1", told.data());
        MessageProbe.Heard guest =
            probe.await(
                "registration.guest-known.v1",
                heard -> heard.key().equals(told.data().path("personId").asString()));
        Contracts.assertValid("registration.guest-known.v1", guest.data());
      }
      long confirmed =
          probe.heardWithin(Duration.ofSeconds(1)).stream()
              .filter(heard -> heard.type().equals("registration.confirmed.v1"))
              .filter(heard -> heard.data().path("eventId").asString().equals(fair.id))
              .count();
      assertThat(confirmed).isEqualTo(3);
    }
    assertThat(roster(fair, "organisationId=" + school)).hasSize(3);
    assertThat(roster(fair, "query=" + phones.getFirst())).hasSize(1);
    JsonNode again = check(fair, list.toString().getBytes(Charset.forName("GB18030")));
    assertThat(again.path("faults")).hasSize(3);
  }

  @Test
  void whoever_proves_a_guests_phone_number_finds_the_registration() throws Exception {
    EventFixture fair = aFair().withPlaces(5).published(anyone);
    String phone = phone();
    String id = send(fair, csv("name,phone\nLi," + phone + "\n"));
    assertThat(outcome(id)).isEqualTo("done");
    String account = EventFixture.newId();
    tellPerson(account, "李明", "+86" + phone);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine(account)).hasSize(1));
    await().atMost(PATIENCE).until(() -> personal.export(account).toString().contains("lists=[{"));
    personal.erase(account);
    assertThat(personal.export(account).toString()).contains("phone=-").doesNotContain(phone);
    assertThat(row("/api/delegations/" + id + "/rows").toString()).doesNotContain("Li", phone);
    String second = phone();
    String known = EventFixture.newId();
    tellPerson(known, "王芳", "+86" + second);
    EventFixture forum = EventFixture.aForum().withPlaces(3).published(anyone);
    assertThat(outcome(send(forum, csv("name,phone\n王芳," + second + "\n")))).isEqualTo("done");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine(known)).hasSize(1));
  }

  @Test
  void all_or_none_when_places_run_out_on_the_way() throws Exception {
    EventFixture fair = aFair().withPlaces(4).published(anyone);
    byte[] list = csv("name,phone\n" + people(5));
    assertThat(sendRaw(fair, list, false).statusCode()).isEqualTo(409);
    EventFixture teams = EventFixture.aTeamCompetition(5).published(anyone);
    assertThat(sendRaw(teams, list, false).body()).contains("ticketTypeId", "teams register");
    byte[] fits = csv("name,phone\n" + people(4));
    HttpResponse<String> sent = sendRaw(fair, fits, false, "once");
    anyone.as("quick").post(path(fair), Map.of("ticketTypeId", fair.type()));
    String id = json(sent).path("id").asString();
    String outcome = outcome(id);
    HttpResponse<String> again = sendRaw(fair, fits, false, "once");
    assertThat(json(again).path("id").asString()).as("sent again, kept once").isEqualTo(id);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(sendRaw(fair, list, false, "once").body()).contains("idempotency-mismatch");
    assertListed(fair, id);
    int standing = roster(fair, "status=confirmed").size();
    assertThat(standing).isEqualTo(outcome.equals("done") ? 4 : 1);
    assertThat(roster(fair, "organisationId=" + school)).hasSize(outcome.equals("done") ? 4 : 0);
  }

  @Test
  void another_person_takes_the_place_without_its_being_free() throws Exception {
    EventFixture fair = aFair().withPlaces(1).published(anyone);
    String id = send(fair, csv("name,phone\n甲," + phone() + "\n"));
    assertThat(outcome(id)).isEqualTo("done");
    String rows = "/api/delegations/" + id + "/rows";
    JsonNode row = coordinator().get(rows).expect(200).json().path("items").path(0);
    String substitute = rows + "/" + row.path("line").asInt() + "/substitute";
    assertThat(
            coordinator()
                .post(substitute, Map.of("name", "乙", "phone", "12"))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("phone");
    String place = row.path("registrationId").asString();
    String guest = registrations.find(place).orElseThrow().registration().booking().personId();
    anyone
        .as(guest)
        .put("/api/registrations/" + place + "/transfer", Map.of("to", "a@example.org"))
        .expect(200);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      coordinator().post(substitute, Map.of("name", "乙", "phone", phone())).expect(200);
      probe.await("registration.transfer-withdrawn.v1", one -> one.key().equals(place));
    }
    assertThat(roster(fair, "status=confirmed"))
        .hasSize(1)
        .allMatch(one -> one.path("name").asString().equals("乙"));
    assertThat(row(rows).path("name").asString()).isEqualTo("乙");
    assertThat(row(rows).has("holder")).isFalse();
    assertThat(row(rows).path("substitutable").asBoolean()).isTrue();
    passedOn(place, "丙");
    assertThat(row(rows).path("holder").asString()).isEqualTo("丙");
    assertThat(row(rows).path("substitutable").asBoolean()).isFalse();
    coordinator()
        .post(substitute, Map.of("name", "丁", "phone", phone()))
        .expectProblem(409, "not-to-substitute");
    anyone
        .as("t", "school-coordinator@" + EventFixture.newId())
        .get(rows)
        .expectProblem(403, "not-allowed");
  }

  private void assertListed(EventFixture fair, String id) {
    String lists = "/api/events/" + fair.id + "/delegations";
    JsonNode all =
        anyone
            .as("boss", "organiser@" + fair.organisation)
            .get(lists)
            .expect(200)
            .json()
            .path("items");
    assertThat(all).hasSize(1);
    assertThat(all.path(0).path("id").asString()).isEqualTo(id);
    assertThat(all.path(0).path("organisationId").asString()).isEqualTo(school);
    coordinator().get(lists).expectProblem(400, "invalid");
  }

  private JsonNode row(String rows) {
    return coordinator().get(rows).expect(200).json().path("items").path(0);
  }

  /** Whoever has the place passes it on to somebody who is not of the school. */
  private void passedOn(String place, String name) {
    String other = EventFixture.newId();
    String phone = "+86" + phone();
    tellPerson(other, name, phone);
    String path = "/api/registrations/" + place + "/transfer";
    String holder = registrations.find(place).orElseThrow().registration().booking().personId();
    anyone.as(holder).put(path, Map.of("to", phone)).expect(200);
    await()
        .atMost(PATIENCE)
        .until(() -> !anyone.as(other).get("/api/registrations/transfers").json().isEmpty());
    anyone.as(other).post(path + "/accept", Map.of()).expect(200);
  }

  private JsonNode mine(String person) {
    return anyone.as(person).get("/api/registrations/mine").expect(200).json().path("items");
  }

  private static String people(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("学生").append((char) ('甲' + i)).append(',').append(phone()).append('\n');
    }
    return lines.toString();
  }
}
