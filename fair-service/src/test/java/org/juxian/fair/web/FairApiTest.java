package org.juxian.fair.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.juxian.fair.FairServiceTest;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@FairServiceTest
class FairApiTest {

  @LocalServerPort private int port;

  private Api organiser() {
    return Api.at(port).as("organiser", "organiser@" + Requests.ALLIANCE);
  }

  private Api stranger() {
    return Api.at(port).as("stranger", "organiser@" + "f".repeat(32));
  }

  private JsonNode drafted() {
    return organiser().post("/api/fairs", Requests.aFair(3)).expect(201).json();
  }

  private static String path(JsonNode fair) {
    return "/api/fairs/" + fair.path("id").asString();
  }

  private JsonNode published() {
    return organiser().post(path(drafted()) + "/publish", null).expect(200).json();
  }

  /** The fair as it is, with something changed, as an organiser's form sends it back. */
  private Api.Answer edit(JsonNode fair, Consumer<ObjectNode> change) {
    ObjectNode body = (ObjectNode) fair.deepCopy();
    change.accept(body);
    return organiser()
        .with("If-Match", "\"" + fair.path("version").asLong() + "\"")
        .put(path(fair), body);
  }

  @Test
  void a_draft_is_its_organisers_and_nobody_elses() {
    JsonNode fair = drafted();
    assertThat(fair.path("status").asString()).isEqualTo("draft");
    assertThat(fair.path("version").asLong()).isEqualTo(1);
    assertThat(organiser().get(path(fair)).expect(200).json()).isEqualTo(fair);
    Api.at(port).get(path(fair)).expectProblem(404, "not-found");
    Api.at(port).get(path(fair) + "/booths").expectProblem(404, "not-found");
    stranger().get(path(fair)).expectProblem(404, "not-found");
    stranger().post(path(fair) + "/publish", null).expectProblem(404, "not-found");
    stranger().post("/api/fairs", Requests.aFair(1)).expectProblem(403, "not-allowed");
  }

  @Test
  void a_published_fair_is_everyones_to_see_and_its_organisers_to_change() {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode fair = published();
      assertThat(fair.path("status").asString()).isEqualTo("published");
      assertThat(Api.at(port).get(path(fair)).expect(200).json()).isEqualTo(fair);
      assertThat(Api.at(port).get(path(fair) + "/booths").expect(200).json()).hasSize(3);
      stranger().with("If-Match", "\"2\"").put(path(fair), fair).expectProblem(403, "not-allowed");
      MessageProbe.Heard told =
          probe.await("fair.published.v1", one -> one.key().equals(fair.path("id").asString()));
      Contracts.assertValid("fair.published.v1", told.data());
      organiser().post(path(fair) + "/publish", null).expectProblem(409, "already-published");
    }
  }

  @Test
  void what_changes_after_publishing_is_told() {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode fair = published();
      JsonNode changed =
          edit(
                  fair,
                  body -> {
                    body.withObject("venue").withObject("name").put("en", "Another hall");
                    body.put("boothsPerCompany", 2);
                  })
              .expect(200)
              .json();
      MessageProbe.Heard told =
          probe.await("fair.changed.v1", one -> one.key().equals(fair.path("id").asString()));
      Contracts.assertValid("fair.changed.v1", told.data());
      assertThat(told.data().path("changes")).hasSize(1);
      assertThat(told.data().path("changes").path(0).asString()).isEqualTo("venue");
      assertThat(changed.path("halls")).isEqualTo(fair.path("halls"));
      assertThat(changed.path("ticketTypes")).isEqualTo(fair.path("ticketTypes"));
    }
  }

  @Test
  void two_who_edit_the_same_version_do_not_overwrite_each_other() {
    JsonNode fair = drafted();
    edit(fair, body -> body.withObject("title").put("en", "First")).expect(200);
    edit(fair, body -> body.withObject("title").put("en", "Second")).expectProblem(412, "stale");
    organiser().put(path(fair), fair).expectProblem(428, "precondition-required");
    organiser()
        .with("If-Match", "\"1\"")
        .post(path(fair) + "/publish", null)
        .expectProblem(412, "stale");
  }

  @Test
  void cancelling_is_told_and_final() {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode fair = published();
      JsonNode cancelled =
          organiser()
              .post(path(fair) + "/cancel", Map.of("reason", Requests.text("Typhoon")))
              .expect(200)
              .json();
      assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
      assertThat(cancelled.path("cancellationReason").path("en").asString()).isEqualTo("Typhoon");
      Contracts.assertValid(
          "fair.cancelled.v1",
          probe
              .await("fair.cancelled.v1", one -> one.key().equals(fair.path("id").asString()))
              .data());
      edit(cancelled, body -> {}).expectProblem(409, "event-cancelled");
      organiser().post(path(fair) + "/cancel", null).expectProblem(409, "event-cancelled");
      Api.at(port).get(path(fair)).expect(200);
    }
  }

  @Test
  void a_draft_is_cancelled_in_silence() {
    JsonNode fair = drafted();
    organiser().post(path(fair) + "/cancel", Map.of()).expect(200);
    Api.at(port).get(path(fair)).expectProblem(404, "not-found");
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode other = published();
      probe.await("fair.published.v1", one -> one.key().equals(other.path("id").asString()));
      assertThat(probe.heardWithin(java.time.Duration.ofMillis(1)))
          .noneMatch(one -> one.key().equals(fair.path("id").asString()));
    }
  }

  @Test
  void a_fault_is_named_with_its_path() {
    Map<String, Object> wrong = Requests.aFair(3);
    wrong.put("endsAt", wrong.get("startsAt"));
    wrong.put("boothsPerCompany", 99);
    wrong.put(
        "halls",
        List.of(
            Map.of(
                "name",
                Requests.text("Hall"),
                "columns",
                2,
                "rows",
                1,
                "booths",
                List.of(
                    Map.of("number", "A01", "column", 1, "row", 1),
                    Map.of("number", "A01", "column", 1, "row", 1),
                    Map.of("number", "A03", "column", 3, "row", 0)))));
    assertThat(organiser().post("/api/fairs", wrong).expectProblem(422, "invalid").faultyFields())
        .contains("endsAt");
    wrong.put("endsAt", Requests.aFair(1).get("endsAt"));
    assertThat(organiser().post("/api/fairs", wrong).expectProblem(422, "invalid").faultyFields())
        .containsExactlyInAnyOrder(
            "boothsPerCompany",
            "halls[0].booths[1].number",
            "halls[0].booths[1].column",
            "halls[0].booths[2].column",
            "halls[0].booths[2].row");
  }

  @Test
  void times_out_of_all_reason_are_refused_not_stored() {
    for (String time : List.of("+999999999-01-01T00:00:00Z", "-0500-01-01T00:00:00Z")) {
      Map<String, Object> wrong = Requests.aFair(1);
      wrong.put("startsAt", time);
      assertThat(organiser().post("/api/fairs", wrong).expectProblem(422, "invalid").faultyFields())
          .contains("startsAt");
    }
  }

  @Test
  void ids_of_others_are_not_taken_over() {
    JsonNode fair = drafted();
    JsonNode other = drafted();
    assertThat(
            edit(fair, body -> body.set("halls", other.path("halls")))
                .expectProblem(422, "invalid")
                .faultyFields())
        .contains("halls[0].id", "halls[0].booths[0].id");
    assertThat(
            edit(fair, body -> body.set("ticketTypes", other.path("ticketTypes")))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("ticketTypes[0].id");
  }

  @Test
  void a_ticket_type_that_people_may_hold_stays() {
    JsonNode fair = published();
    Api.Answer refused =
        edit(
                fair,
                body -> {
                  ObjectNode type = (ObjectNode) body.path("ticketTypes").path(0);
                  type.remove("id");
                })
            .expectProblem(422, "invalid");
    assertThat(refused.faultyFields()).containsExactly("ticketTypes");
    assertThat(refused.text()).contains("Visitor");
  }

  @Test
  void an_organiser_lists_their_own_page_by_page() {
    String own = UUID.randomUUID().toString().replace("-", "");
    Api mine = Api.at(port).as("somebody", "organiser@" + own);
    Map<String, Object> fair = Requests.aFair(1);
    fair.put("organisationId", own);
    for (int at = 0; at < 3; at++) {
      mine.post("/api/fairs", fair).expect(201);
    }
    JsonNode first = mine.get("/api/fairs?limit=2").expect(200).json();
    assertThat(first.path("items")).hasSize(2);
    assertThat(first.path("items").path(0).path("halls").isMissingNode()).isTrue();
    JsonNode second =
        mine.get("/api/fairs?limit=2&cursor=" + first.path("next").asString()).expect(200).json();
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.path("next").isMissingNode()).isTrue();
    assertThat(first.path("items").path(0).path("id").asString())
        .isGreaterThan(second.path("items").path(0).path("id").asString());
    assertThat(stranger().get("/api/fairs").expect(200).json().path("items")).isEmpty();
    assertThat(
            Api.at(port)
                .as("admin", "administrator")
                .get("/api/fairs?limit=200")
                .expect(200)
                .json()
                .path("items")
                .size())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_repeated_request_makes_one_fair() {
    Api keyed = organiser().with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = Requests.aFair(1);
    JsonNode first = keyed.post("/api/fairs", body).expect(201).json();
    assertThat(keyed.post("/api/fairs", body).expect(201).json()).isEqualTo(first);
  }
}
