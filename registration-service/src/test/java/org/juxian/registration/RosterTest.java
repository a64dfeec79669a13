package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.JsonTime;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.values.Text;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RosterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void a_person_is_found_by_name_phone_and_organisation() {
    EventFixture fair = aFair().withPlaces(9).withPlaces(9).published(anyone);
    String school = EventFixture.newId();
    String li = EventFixture.newId();
    String phone = "+86138" + (10_000_000 + Math.abs(li.hashCode() % 80_000_000));
    MessageProbe.publish(
        "juxian.identity",
        "identity.organisation-changed.v1",
        school,
        1,
        Map.of(
            "organisationId",
            school,
            "kind",
            "college-or-school",
            "name",
            new Text("石门实验中学", "Shimen Experimental School")));
    register(anyone.as("Zhang San"), fair, fair.type());
    register(anyone.as("teacher", "school-coordinator@" + school), fair, fair.type(1));
    register(anyone.as(li), fair, fair.type());
    tellPerson(li, "欧阳晓岚", phone);
    await().atMost(PATIENCE).until(() -> names(fair, "query=" + of("晓岚")), "欧阳晓岚"::equals);
    assertThat(names(fair, "query=zhang")).isEqualTo("Zhang San");
    assertThat(names(fair, "query=hang")).isEmpty();
    assertThat(names(fair, "query=" + of(phone))).isEqualTo("欧阳晓岚");
    assertThat(names(fair, "query=" + phone.substring(10))).isEqualTo("欧阳晓岚");
    assertThat(names(fair, "query=" + of("实验中学"))).isEqualTo("teacher");
    assertThat(names(fair, "organisationId=" + school)).isEqualTo("teacher");
    assertThat(names(fair, "ticketTypeId=" + fair.type())).isEqualTo("Zhang San,欧阳晓岚");
    assertThat(names(fair, "checkedIn=true")).isEmpty();
    assertThat(names(fair, "checkedIn=false&status=confirmed")).contains("Zhang San", "teacher");
    LocalDate today = LocalDate.now(JsonTime.ZONE);
    assertThat(names(fair, "day=" + today)).contains("Zhang San", "teacher");
    assertThat(names(fair, "day=" + today.plusDays(2))).isEmpty();
    for (String wrong : List.of("day=x", "status=x", "checkedIn=x")) {
      assertThat(
              organiser(fair)
                  .get(path(fair) + "?" + wrong)
                  .expectProblem(400, "invalid")
                  .faultyFields())
          .containsExactly(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  @Test
  void statistics_count_by_day_type_and_organisation() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    String school = EventFixture.newId();
    register(anyone.as("a"), fair, fair.type());
    register(anyone.as("b", "school-coordinator@" + school), fair, fair.type());
    String gone = register(anyone.as("c"), fair, fair.type());
    anyone.as("c").post("/api/registrations/" + gone + "/cancel", null).expect(200);
    JsonNode statistics =
        organiser(fair).get("/api/events/" + fair.id + "/statistics").expect(200).json();
    assertThat(statistics.path("count").path("confirmed").asInt()).isEqualTo(2);
    assertThat(statistics.path("count").path("cancelled").asInt()).isEqualTo(1);
    assertThat(statistics.path("days").path(0).path("registered").asInt()).isEqualTo(3);
    assertThat(statistics.path("ticketTypes").path(0).path("count").path("confirmed").asInt())
        .isEqualTo(2);
    assertThat(statistics.path("organisations").toString()).contains(school);
    anyone
        .as("x", "organiser@" + EventFixture.newId())
        .get("/api/events/" + fair.id + "/statistics")
        .expectProblem(403, "not-allowed");
  }

  @Test
  void the_export_carries_answers_and_is_the_organisers_only() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    organiser(fair)
        .with("If-Match", "\"0\"")
        .put(
            "/api/events/" + fair.id + "/form",
            Map.of(
                "questions",
                List.of(Map.of("id", "q", "kind", "text", "label", new Text("专业", "Subject")))))
        .expect(200);
    anyone
        .as("甲")
        .post(
            path(fair), Map.of("ticketTypeId", fair.type(), "answers", Map.of("q", "=cmd|' /C'!A")))
        .expect(201);
    Api.Answer csv = organiser(fair).get(path(fair) + ".csv").expect(200);
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    assertThat(csv.text().lines().toList()).hasSize(2);
    assertThat(csv.text()).startsWith("\uFEFFTicket,").contains(",Subject\r\n", ",'=cmd|' /C'!A");
    organiser(fair).get(path(fair) + ".csv?day=x").expectProblem(400, "invalid");
    assertThat(organiser(fair).get(path(fair) + ".xlsx").expect(200).text()).startsWith("PK");
    anyone
        .as("d", "door-staff@" + fair.organisation)
        .get(path(fair) + ".csv")
        .expectProblem(403, "not-allowed");
  }

  @Test
  void who_was_there_when_an_export_began_is_in_it_once_whatever_is_written_meanwhile()
      throws InterruptedException {
    EventFixture fair = aFair().withPlaces(3000).published(anyone);
    Set<String> before = new TreeSet<>();
    for (int i = 0; i < 60; i++) {
      register(anyone.as("before-" + i), fair, fair.type());
      before.add("before-" + i);
    }
    AtomicBoolean enough = new AtomicBoolean();
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; !enough.get(); i++) {
                    String id = register(anyone.as("later-" + i), fair, fair.type());
                    if (i % 2 == 0) {
                      anyone
                          .as("later-" + i)
                          .post("/api/registrations/" + id + "/cancel", null)
                          .expect(200);
                    }
                  }
                });
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      names.clear();
      organiser(fair)
          .get(path(fair) + ".csv")
          .expect(200)
          .text()
          .lines()
          .skip(1)
          .forEach(line -> names.add(line.split(",", -1)[1]));
      assertThat(names).doesNotHaveDuplicates().containsAll(before);
    }
    enough.set(true);
    writer.join();
  }

  private String names(EventFixture event, String query) {
    List<String> names = new ArrayList<>();
    organiser(event)
        .get(path(event) + "?" + query)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> names.add(item.path("name").asString()));
    return String.join(",", names);
  }

  private Api organiser(EventFixture event) {
    return anyone.as("boss", "organiser@" + event.organisation);
  }

  private static void tellPerson(String id, String name, String phone) {
    MessageProbe.publish(
        "juxian.identity",
        "identity.person-changed.v1",
        id,
        1,
        Map.of(
            "personId", id, "name", name, "phone", phone, "language", "zh", "grants", List.of()));
  }

  private static String register(Api caller, EventFixture event, String type) {
    return caller
        .post(path(event), Map.of("ticketTypeId", type))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static String path(EventFixture event) {
    return "/api/events/" + event.id + "/registrations";
  }

  private static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
