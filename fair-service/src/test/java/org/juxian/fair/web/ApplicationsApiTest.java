package org.juxian.fair.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juxian.fair.FairServiceTest;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A company applies, an organiser decides, each within their rights. */
@FairServiceTest
class ApplicationsApiTest {

  @LocalServerPort private int port;

  private final String company = UUID.randomUUID().toString().replace("-", "");

  private Api organiser() {
    return Api.at(port).as("organiser", "organiser@" + Requests.ALLIANCE);
  }

  private Api applicant() {
    return Api.at(port).as(company);
  }

  private Api stranger() {
    return Api.at(port).as("stranger", "organiser@" + "f".repeat(32));
  }

  private JsonNode published() {
    String id =
        organiser().post("/api/fairs", Requests.aFair(3)).expect(201).json().path("id").asString();
    return organiser().post("/api/fairs/" + id + "/publish", null).expect(200).json();
  }

  private static String path(JsonNode fair) {
    return "/api/fairs/" + fair.path("id").asString();
  }

  private String applied(JsonNode fair) {
    return path(fair)
        + "/applications/"
        + applicant()
            .post(path(fair) + "/applications", Requests.anApplication("We", Requests.licence(1)))
            .expect(201)
            .json()
            .path("id")
            .asString();
  }

  private static Map<String, String> booth(JsonNode fair, int n) {
    return Map.of(
        "boothId", fair.path("halls").path(0).path("booths").path(n).path("id").asString());
  }

  @Test
  void a_booth_is_given_changed_and_taken_back_and_the_company_hears_of_each() {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode fair = published();
      String application = applied(fair);
      JsonNode first = organiser().post(application + "/assign", booth(fair, 0)).expect(200).json();
      assertThat(first.path("status").asString()).isEqualTo("assigned");
      assertThat(first.path("booths").path(0).path("number").asString()).isEqualTo("A01");
      organiser().post(application + "/assign", booth(fair, 1)).expect(200);
      JsonNode map = Api.at(port).get(path(fair) + "/booths").expect(200).json();
      assertThat(map.path(0).has("exhibitor")).isFalse();
      assertThat(map.path(1).path("exhibitor").path("companyName").asString()).isEqualTo("We");
      JsonNode told =
          probe
              .await("fair.booth-assigned.v1", one -> one.data().has("previousBoothNumber"))
              .data();
      Contracts.assertValid("fair.booth-assigned.v1", told);
      assertThat(told.path("previousBoothNumber").asString()).isEqualTo("A01");
      assertThat(told.path("boothNumber").asString()).isEqualTo("A02");
      organiser().post(application + "/reject", reason()).expectProblem(409, "holds-booth");
      applicant().post(application + "/withdraw", reason()).expect(200);
      Contracts.assertValid(
          "fair.booth-withdrawn.v1", probe.await("fair.booth-withdrawn.v1", one -> true).data());
      organiser()
          .post(application + "/assign", booth(fair, 0))
          .expectProblem(409, "application-closed");
    }
  }

  @Test
  void a_fair_that_moves_is_told_to_its_exhibitors() {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode fair = published();
      String application = applied(fair);
      organiser().post(application + "/assign", booth(fair, 0)).expect(200);
      ObjectNode moved = (ObjectNode) fair.deepCopy();
      moved.withObject("venue").withObject("name").put("en", "Another hall");
      organiser()
          .with("If-Match", "\"" + fair.path("version").asLong() + "\"")
          .put(path(fair), moved)
          .expect(200);
      JsonNode told = probe.await("fair.exhibition-changed.v1", one -> true).data();
      Contracts.assertValid("fair.exhibition-changed.v1", told);
      assertThat(told.path("personId").asString()).isEqualTo(company);
      organiser().post(path(fair) + "/cancel", null).expect(200);
      Contracts.assertValid(
          "fair.exhibition-cancelled.v1",
          probe.await("fair.exhibition-cancelled.v1", one -> true).data());
      assertThat(applicant().get(application).expect(200).json().path("status").asString())
          .isEqualTo("withdrawn");
    }
  }

  @Test
  void an_application_is_its_applicants_and_the_organisers() {
    JsonNode fair = published();
    String application = applied(fair);
    applicant().get(application).expect(200);
    organiser().get(application).expect(200);
    stranger().get(application).expectProblem(404, "not-found");
    stranger().post(application + "/withdraw", reason()).expectProblem(404, "not-found");
    stranger().post(application + "/assign", booth(fair, 0)).expectProblem(403, "not-allowed");
    stranger().post(application + "/reject", reason()).expectProblem(403, "not-allowed");
    stranger().get(path(fair) + "/applications").expectProblem(403, "not-allowed");
    applicant().post(application + "/assign", booth(fair, 0)).expectProblem(403, "not-allowed");
    applicant().post(application + "/reject", reason()).expectProblem(403, "not-allowed");
    Api.at(port)
        .post(path(fair) + "/applications", Requests.anApplication("We", Requests.licence(1)))
        .expect(401);
    assertThat(
            organiser()
                .get(path(fair) + "/applications?status=submitted")
                .expect(200)
                .json()
                .path("items"))
        .hasSize(1);
    assertThat(applicant().get("/api/fairs/applications/mine").expect(200).json().path("items"))
        .hasSize(1);
  }

  @Test
  void a_licence_number_must_be_one() {
    JsonNode fair = published();
    for (String wrong : new String[] {"914403001922038217", "12345", "91440300192203821O"}) {
      assertThat(
              applicant()
                  .post(path(fair) + "/applications", Requests.anApplication("We", wrong))
                  .expectProblem(422, "invalid")
                  .faultyFields())
          .containsExactly("licenceNumber");
    }
  }

  @Test
  void a_company_that_holds_a_booth_gets_no_second_one() {
    JsonNode fair = published();
    organiser().post(applied(fair) + "/assign", booth(fair, 0)).expect(200);
    applicant()
        .post(path(fair) + "/applications", Requests.anApplication("We", Requests.licence(1)))
        .expectProblem(409, "already-applied");
    String second =
        Api.at(port)
            .as("a-colleague")
            .post(path(fair) + "/applications", Requests.anApplication("We", Requests.licence(1)))
            .expect(201)
            .json()
            .path("id")
            .asString();
    Api.Answer refused =
        organiser()
            .post(path(fair) + "/applications/" + second + "/assign", booth(fair, 1))
            .expectProblem(409, "company-limit");
    assertThat(refused.text()).contains("A01");
    assertThat(
            organiser()
                .post(
                    path(fair) + "/applications/" + second + "/assign",
                    Map.of("boothId", "0".repeat(32)))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("boothId");
  }

  @Test
  void two_who_decide_upon_the_same_version_do_not_overwrite_each_other() {
    JsonNode fair = published();
    String application = applied(fair);
    Api stale = organiser().with("If-Match", "\"1\"");
    stale.post(application + "/assign", booth(fair, 0)).expect(200);
    stale.post(application + "/assign", booth(fair, 1)).expectProblem(412, "stale");
    stale.post(application + "/withdraw", reason()).expectProblem(412, "stale");
  }

  @Test
  void an_exhibitor_opens_interviews_and_people_take_them_and_give_them_back() {
    try (MessageProbe probe = MessageProbe.on("juxian.fair")) {
      JsonNode fair = published();
      String application = applied(fair);
      String interviews = application + "/interviews";
      Map<String, Object> three =
          Map.of("startsAt", fair.path("startsAt").asString(), "minutes", 20, "count", 3);
      applicant().post(interviews, three).expectProblem(409, "no-booth-held");
      organiser().post(application + "/assign", booth(fair, 0)).expect(200);
      organiser().post(interviews, three).expectProblem(404, "not-found");
      stranger().get(interviews).expectProblem(404, "not-found");
      applicant().post(interviews, three).expect(201);
      assertThat(applicant().post(interviews, three).expectProblem(422, "invalid").faultyFields())
          .containsExactly("startsAt");
      String slots = path(fair) + "/booths/" + booth(fair, 0).get("boothId") + "/interviews";
      JsonNode free = Api.at(port).get(slots).expect(200).json().path("items");
      assertThat(free).hasSize(3);
      assertThat(
              Api.at(port)
                  .get(path(fair) + "/booths")
                  .expect(200)
                  .json()
                  .path(0)
                  .path("freeInterviews")
                  .asInt())
          .isEqualTo(3);
      Api visitor = Api.at(port).as(visitor());
      String first = path(fair) + "/interviews/" + free.path(0).path("id").asString();
      assertThat(
              visitor.post(first + "/take", Map.of()).expectProblem(422, "invalid").faultyFields())
          .containsExactly("name");
      visitor.post(first + "/take", Map.of("name", "Li Wen")).expect(200);
      stranger().post(first + "/take", Map.of("name", "Me")).expectProblem(409, "interview-taken");
      assertThat(stranger().get(slots).expect(200).json().path("items")).hasSize(2);
      assertThat(
              visitor.get(slots).expect(200).json().path("items").path(0).path("mine").asBoolean())
          .isTrue();
      JsonNode seen = applicant().get(interviews).expect(200).json().path("items");
      assertThat(seen.path(0).path("guestName").asString()).isEqualTo("Li Wen");
      assertThat(seen.path(1).has("guestName")).isFalse();
      Contracts.assertValid(
          "fair.interview-booked.v1", probe.await("fair.interview-booked.v1", one -> true).data());
      stranger().post(first + "/give-back", null).expectProblem(404, "not-found");
      visitor.post(first + "/give-back", null).expect(200);
      visitor.post(first + "/take", Map.of("name", "Li Wen")).expect(200);
      String close = interviews + "/" + free.path(0).path("id").asString() + "/close";
      visitor.post(close, reason()).expectProblem(404, "not-found");
      applicant().post(close, reason()).expect(200);
      JsonNode told =
          probe
              .await(
                  "fair.interview-ended.v1",
                  one -> one.data().path("cause").asString().equals("called-off"))
              .data();
      Contracts.assertValid("fair.interview-ended.v1", told);
      assertThat(told.path("reason").asString()).isEqualTo("Too late");
    }
  }

  private String visitor() {
    return new StringBuilder(company).reverse().toString();
  }

  private static Map<String, String> reason() {
    return Map.of("reason", "Too late");
  }
}
