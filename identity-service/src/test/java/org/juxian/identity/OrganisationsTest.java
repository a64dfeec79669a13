package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import tools.jackson.databind.JsonNode;

class OrganisationsTest extends IdentityTest {

  private static final String PATH = "/api/identity/organisations";
  private static final AtomicInteger MADE = new AtomicInteger();

  private static Map<String, Object> organisation(String zh, String en, String kind) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", Map.of("zh", zh, "en", en));
    all.put("kind", kind);
    return all;
  }

  static JsonNode anOrganisation(Api administrator) {
    int n = MADE.incrementAndGet();
    return administrator
        .post(PATH, organisation("第" + n + "技工学校", "School " + n, "college-or-school"))
        .expect(201)
        .json();
  }

  @Test
  void an_organisation_is_added_told_of_and_seen_by_anyone() {
    Map<String, Object> company = organisation("佛山精密机械公司", "Foshan Precision", "company");
    company.put("licenceNumber", "914403001922038216");
    try (MessageProbe told = MessageProbe.on("juxian.identity")) {
      Api.Answer added = administrator().post(PATH, company).expect(201);
      String id = added.json().path("id").asString();
      Api.Answer seen = api().get(String.valueOf(added.header("Location"))).expect(200);
      assertThat(seen.json()).isEqualTo(added.json());
      assertThat(seen.etag()).isEqualTo("\"1\"");
      assertThat(
              told.await("identity.organisation-changed.v1", heard -> heard.key().equals(id))
                  .data()
                  .path("name")
                  .path("en")
                  .asString())
          .isEqualTo("Foshan Precision");
    }
    assertThat(
            administrator().post(PATH, company).expectProblem(409, "licence-taken").faultyFields())
        .containsExactly("licenceNumber");
  }

  @Test
  void of_two_who_change_it_the_second_is_told() {
    JsonNode made = anOrganisation(administrator());
    String path = PATH + "/" + made.path("id").asString();
    Map<String, Object> renamed = organisation("改名学校", "Renamed School", "college-or-school");
    administrator().put(path, renamed).expectProblem(428, "precondition-required");
    Api.Answer changed = administrator().with("If-Match", "\"1\"").put(path, renamed).expect(200);
    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(api().get(path).json()).isEqualTo(changed.json());
    administrator().with("If-Match", "\"1\"").put(path, renamed).expectProblem(412, "stale");
    administrator()
        .with("If-Match", "\"1\"")
        .put(PATH + "/" + "0".repeat(32), renamed)
        .expectProblem(404, "not-found");
  }

  @Test
  void organisations_are_found_by_words_and_kind() {
    administrator()
        .post(PATH, organisation("南海产教融合研究院", "Nanhai Institute", "technology-platform"))
        .expect(201);
    administrator()
        .post(PATH, organisation("南海产教融合商会", "Nanhai Chamber", "business-association"))
        .expect(201);
    String found = "?query=%E4%BA%A7%E6%95%99%E8%9E%8D%E5%90%88";
    assertThat(api().get(PATH + found).json().path("items").size()).isEqualTo(2);
    JsonNode one = api().get(PATH + found + "&kind=technology-platform").json().path("items");
    assertThat(one.size()).isEqualTo(1);
    assertThat(api().get(PATH + "?query=chamb").json().path("items").size()).isEqualTo(1);
    assertThat(api().get(PATH + "?kind=circus").expectProblem(422, "invalid").faultyFields())
        .containsExactly("kind");
  }

  @Test
  void what_is_wrong_with_it_is_named() {
    Map<String, Object> wrong = organisation("", "x".repeat(101), "circus");
    assertThat(administrator().post(PATH, wrong).expectProblem(422, "invalid").faultyFields())
        .containsExactlyInAnyOrder("name.zh", "name.en");
    assertThat(
            administrator()
                .post(PATH, organisation("一", "One", "circus"))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("kind");
    Map<String, Object> licence = organisation("一", "One", "company");
    licence.put("licenceNumber", "914403001922038215");
    assertThat(administrator().post(PATH, licence).expectProblem(422, "invalid").faultyFields())
        .containsExactly("licenceNumber");
  }

  @Test
  void the_same_request_again_makes_no_second_one() {
    Api keyed = administrator().with("Idempotency-Key", "organisation-of-this-test");
    Map<String, Object> company = organisation("只此一家", "Only One", "company");
    Api.Answer first = keyed.post(PATH, company).expect(201);
    assertThat(keyed.post(PATH, company).expect(201).json()).isEqualTo(first.json());
  }
}
