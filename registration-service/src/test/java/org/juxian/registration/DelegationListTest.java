package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.juxian.platform.values.Text;
import tools.jackson.databind.JsonNode;

/** What is wrong in a school's list is named, and nothing of it is stored. */
@ServiceTest
class DelegationListTest extends SchoolTest {

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
}
