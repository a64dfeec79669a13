package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.TestTokens;
import org.juxian.platform.values.Text;
import org.juxian.registration.persistence.RegistrationStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class DelegationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER =
      new AtomicInteger((int) (System.nanoTime() % 50_000_000));

  private final String school = EventFixture.newId();
  private final String teacher = EventFixture.newId();
  @LocalServerPort private int port;
  @Autowired private RegistrationStore registrations;
  @Autowired private PersonalData personal;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

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
    byte[] fits = csv("name,phone\n" + people(4));
    HttpResponse<String> sent = sendRaw(fair, fits, false);
    anyone.as("quick").post(path(fair), Map.of("ticketTypeId", fair.type()));
    String id = json(sent).path("id").asString();
    String outcome = outcome(id);
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

  @Test
  void an_excel_file_is_read_as_csv_is() throws Exception {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(stream, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("名单");
      sheet.value(0, 0, "姓名");
      sheet.value(0, 1, "手机号码");
      sheet.value(1, 0, "陈晓");
      sheet.value(1, 1, Long.parseLong(phone()));
      sheet.value(2, 0, "");
      sheet.value(2, 1, phone());
    }
    JsonNode check = check(fair, stream.toByteArray());
    assertThat(check.path("rows").asInt()).isEqualTo(2);
    assertThat(faults(check)).containsExactly("3 name required");
    assertThat(faults(check(fair, new byte[] {'P', 'K', 3, 4, 5})))
        .containsExactly("1  list-unreadable");
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write(new byte[60 * 1024 * 1024]);
    }
    assertThat(bomb.size()).isLessThan(100_000);
    assertThat(faults(check(fair, bomb.toByteArray()))).containsExactly("1  list-unreadable");
  }

  @Test
  void twenty_kinds_of_mistakes_in_five_hundred_rows_are_each_named_and_nothing_is_stored()
      throws Exception {
    EventFixture fair = aFair().withPlaces(600).published(anyone);
    ask(fair);
    String taken = phone();
    String account = EventFixture.newId();
    tellPerson(account, "赵云", "+86" + taken);
    anyone.as(account).post(path(fair), answering(fair)).expect(201);
    String twice = phone();
    Map<Integer, String> bad = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    rows.add("姓名,手机,专业,届别,生日,饮食,说明,同意,日期,身高");
    String[][] kinds = {
      {"", phone(), "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "name required"},
      {
        "长".repeat(101),
        phone(),
        "a",
        "3",
        "2008-01-02",
        "veg",
        "",
        "是",
        "mon",
        "1.5",
        "name too-long"
      },
      {"12345", phone(), "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "name no-name"},
      {
        "李\u0007明",
        phone(),
        "a",
        "3",
        "2008-01-02",
        "veg",
        "",
        "是",
        "mon",
        "1.5",
        "name odd-characters"
      },
      {"甲", "", "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "phone required"},
      {"甲", "1380000", "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "phone phone"},
      {"甲", twice, "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "phone phone-in-line"},
      {
        "甲", taken, "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "phone registered-already"
      },
      {"甲", phone(), "", "3", "2008-01-02", "veg", "", "是", "mon", "1.5", "major required"},
      {
        "甲",
        phone(),
        "a".repeat(41),
        "3",
        "2008-01-02",
        "veg",
        "",
        "是",
        "mon",
        "1.5",
        "major too-long"
      },
      {"甲", phone(), "a", "三", "2008-01-02", "veg", "", "是", "mon", "1.5", "year number"},
      {"甲", phone(), "a", "0", "2008-01-02", "veg", "", "是", "mon", "1.5", "year least"},
      {"甲", phone(), "a", "7", "2008-01-02", "veg", "", "是", "mon", "1.5", "year most"},
      {
        "甲", phone(), "a", "2.5", "2008-01-02", "veg", "", "是", "mon", "1.5", "year number-decimals"
      },
      {"甲", phone(), "a", "3", "2008-02-30", "veg", "", "是", "mon", "1.5", "born date"},
      {"甲", phone(), "a", "3", "1890-01-01", "veg", "", "是", "mon", "1.5", "born least"},
      {"甲", phone(), "a", "3", "2030-01-01", "veg", "", "是", "mon", "1.5", "born most"},
      {"甲", phone(), "a", "3", "2008-01-02", "素", "", "是", "mon", "1.5", "meal answer-option"},
      {"甲", phone(), "a", "3", "2008-01-02", "other", "", "是", "mon", "1.5", "which required"},
      {"甲", phone(), "a", "3", "2008-01-02", "veg", "", "否", "mon", "1.5", "agree consent-needed"},
      {"甲", phone(), "a", "3", "2008-01-02", "veg", "", "也许", "mon", "1.5", "agree type"},
      {
        "甲",
        phone(),
        "a",
        "3",
        "2008-01-02",
        "veg",
        "",
        "是",
        "mon;tue;wed",
        "1.5",
        "days answer-most"
      },
      {"甲", phone(), "a", "3", "2008-01-02", "veg", "", "是", "mon", "1.5,多余", " cells-too-many"},
    };
    for (int i = 0; i < 500; i++) {
      if (i % 20 == 7 && i / 20 < kinds.length) {
        String[] cells = kinds[i / 20];
        bad.put(i + 2, cells[10]);
        rows.add(String.join(",", List.of(cells).subList(0, 10)));
      } else {
        String phone = i == 3 ? twice : phone();
        rows.add("学生" + (char) ('一' + i) + "," + phone + ",机电,2,2008/1/2,素食,,同意,mon、tue,1.62");
      }
    }
    byte[] list = csv(String.join("\r\n", rows));
    List<String> expected =
        bad.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(faults(check(fair, list))).containsExactlyElementsOf(expected));
    JsonNode check = check(fair, list);
    assertThat(check.path("rows").asInt()).isEqualTo(500);
    assertThat(bad.values()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(20);
    HttpResponse<String> refused = sendRaw(fair, list, false);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("rows[9].name");
    assertThat(roster(fair, "")).hasSize(1);
    assertThat(
            coordinator()
                .get("/api/events/" + fair.id + "/delegations?organisationId=" + school)
                .expect(200)
                .json()
                .path("items"))
        .isEmpty();
    assertThat(check.path("faults").path(0).path("column").asString()).isEqualTo("姓名");
    assertThat(check.path("faults").path(0).path("message").asString()).isEqualTo("is required");
  }

  private JsonNode mine(String person) {
    return anyone.as(person).get("/api/registrations/mine").expect(200).json().path("items");
  }

  private void ask(EventFixture event) {
    anyone
        .as("boss", "organiser@" + event.organisation)
        .with("If-Match", "\"0\"")
        .put(
            "/api/events/" + event.id + "/form",
            Map.of(
                "questions",
                List.of(
                    Map.of(
                        "id",
                        "major",
                        "kind",
                        "text",
                        "label",
                        new Text("专业", "Major"),
                        "required",
                        true,
                        "maxLength",
                        40),
                    Map.of(
                        "id",
                        "year",
                        "kind",
                        "number",
                        "label",
                        new Text("届别", "Year"),
                        "min",
                        1,
                        "max",
                        6),
                    Map.of(
                        "id",
                        "born",
                        "kind",
                        "date",
                        "label",
                        new Text("生日", "Born"),
                        "from",
                        "1900-01-01",
                        "to",
                        "2020-12-31"),
                    Map.of(
                        "id",
                        "meal",
                        "kind",
                        "choice",
                        "label",
                        new Text("饮食", "Meal"),
                        "options",
                        List.of(option("veg", "素食"), option("other", "其他"))),
                    Map.of(
                        "id",
                        "which",
                        "kind",
                        "text",
                        "label",
                        new Text("说明", "Which"),
                        "required",
                        true,
                        "shownIf",
                        Map.of("question", "meal", "anyOf", List.of("other"))),
                    Map.of(
                        "id",
                        "agree",
                        "kind",
                        "consent",
                        "label",
                        new Text("同意", "Agree"),
                        "required",
                        true),
                    Map.of(
                        "id",
                        "days",
                        "kind",
                        "choice",
                        "label",
                        new Text("日期", "Days"),
                        "many",
                        true,
                        "most",
                        2,
                        "options",
                        List.of(option("mon", "周一"), option("tue", "周二"), option("wed", "周三"))),
                    Map.of(
                        "id",
                        "tall",
                        "kind",
                        "number",
                        "label",
                        new Text("身高", "Height"),
                        "decimals",
                        2),
                    Map.of("id", "cv", "kind", "file", "label", new Text("简历", "CV")))))
        .expect(200);
  }

  private static Map<String, Object> option(String id, String label) {
    return Map.of("id", id, "label", new Text(label, id));
  }

  private static Map<String, Object> answering(EventFixture event) {
    return Map.of("ticketTypeId", event.type(), "answers", Map.of("major", "x", "agree", true));
  }

  private static List<String> faults(JsonNode check) {
    List<String> faults = new ArrayList<>();
    check
        .path("faults")
        .forEach(
            fault ->
                faults.add(
                    fault.path("line").asInt()
                        + " "
                        + fault.path("field").asString("")
                        + " "
                        + fault.path("code").asString()));
    return faults;
  }

  private List<JsonNode> roster(EventFixture event, String query) {
    List<JsonNode> rows = new ArrayList<>();
    anyone
        .as("boss", "organiser@" + event.organisation)
        .get(path(event) + "?limit=200&" + query)
        .expect(200)
        .json()
        .path("items")
        .forEach(rows::add);
    return rows;
  }

  private String send(EventFixture event, byte[] list) throws IOException, InterruptedException {
    HttpResponse<String> sent = sendRaw(event, list, false);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    return json(sent).path("id").asString();
  }

  private JsonNode check(EventFixture event, byte[] list) throws IOException, InterruptedException {
    HttpResponse<String> checked = sendRaw(event, list, true);
    assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
    return json(checked);
  }

  private String outcome(String id) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of("done", "refused")
                    .contains(
                        coordinator()
                            .get("/api/delegations/" + id)
                            .expect(200)
                            .json()
                            .path("status")
                            .asString()));
    return coordinator().get("/api/delegations/" + id).json().path("status").asString();
  }

  private HttpResponse<String> sendRaw(EventFixture event, byte[] list, boolean dryRun)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.write(list);
    body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    String path = "/api/events/" + event.id + "/delegations?dryRun=" + dryRun;
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header(
                  "Authorization",
                  "Bearer "
                      + TestTokens.token(
                          teacher, "teacher", List.of("school-coordinator@" + school)))
              .header("Accept-Language", "en")
              .header("Content-Type", "multipart/form-data; boundary=cut")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private Api coordinator() {
    return anyone.as(teacher, "school-coordinator@" + school);
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

  private static String people(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("学生").append((char) ('甲' + i)).append(',').append(phone()).append('\n');
    }
    return lines.toString();
  }

  private static String phone() {
    return "138" + (20_000_000 + NUMBER.incrementAndGet());
  }

  private static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private static String path(EventFixture event) {
    return "/api/events/" + event.id + "/registrations";
  }
}
