package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What people take along, and what devices at the doors fetch. */
@ServiceTest
class TicketFilesTest {

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void a_calendar_entry_rises_with_each_change_and_takes_itself_out() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    String person = EventFixture.newId();
    String path = "/api/registrations/" + register(fair, person).path("id").asString();
    String first = anyone.as(person).get(path + "/event.ics").expect(200).text();
    assertThat(first).contains("METHOD:PUBLISH").contains("SUMMARY:Talent Exchange");
    assertThat(anyone.as(person).with("Accept-Language", "zh-CN").get(path + "/event.ics").text())
        .contains("SUMMARY:人才交流大会");
    anyone.as(person).post(path + "/cancel", null).expect(200);
    String last = anyone.as(person).get(path + "/event.ics").expect(200).text();
    assertThat(last).contains("METHOD:CANCEL").contains("STATUS:CANCELLED");
    assertThat(line(last, "UID")).isEqualTo(line(first, "UID"));
    assertThat(Long.parseLong(line(last, "SEQUENCE")))
        .isGreaterThan(Long.parseLong(line(first, "SEQUENCE")));
    anyone.as("stranger").get(path + "/event.ics").expect(404);
  }

  @Test
  void a_ticket_on_paper_is_for_its_holder_and_the_organiser() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    String person = EventFixture.newId();
    String path = "/api/registrations/" + register(fair, person).path("id").asString();
    Api.Answer page = anyone.as(person).get(path + "/ticket.pdf?language=zh-CN").expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.text()).startsWith("%PDF-");
    anyone.as("boss", "organiser@" + fair.organisation).get(path + "/ticket.pdf").expect(200);
    anyone.as("stranger").get(path + "/ticket.pdf").expect(404);
    anyone.as(person).post(path + "/cancel", null).expect(200);
    anyone.as(person).get(path + "/ticket.pdf").expectProblem(409, "ticket-cancelled");
  }

  @Test
  void a_device_hears_of_each_cancelled_ticket_by_and_by() {
    EventFixture fair = aFair().withPlaces(5).published(anyone);
    Api door = anyone.as("door", "door-staff@" + fair.organisation);
    String list = "/api/events/" + fair.id + "/revoked-tickets";
    JsonNode nothing = door.get(list).expect(200).json();
    assertThat(nothing.path("items")).isEmpty();
    List<String> gone = new ArrayList<>();
    for (String person : List.of("v1", "v2", "v3")) {
      String id = register(fair, person).path("id").asString();
      anyone.as(person).post("/api/registrations/" + id + "/cancel", null).expect(200);
      gone.add(id);
    }
    register(fair, "v4");
    JsonNode part = door.get(list + "?limit=2").expect(200).json();
    assertThat(ids(part)).containsExactlyElementsOf(gone.subList(0, 2));
    JsonNode rest = door.get(list + "?cursor=" + part.path("next").asString()).json();
    assertThat(ids(rest)).containsExactly(gone.get(2));
    assertThat(rest.path("next").isMissingNode()).isTrue();
    assertThat(ids(door.get(list + "?cursor=" + nothing.path("resume").asString()).json()))
        .isEqualTo(gone);
    anyone.as("other", "door-staff@" + EventFixture.newId()).get(list).expect(403);
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("registrationId").asString()));
    return ids;
  }

  private static String line(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + ":"))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }

  private JsonNode register(EventFixture event, String person) {
    return event.registered(anyone.as(person));
  }
}
