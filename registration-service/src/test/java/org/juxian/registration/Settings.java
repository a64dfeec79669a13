package org.juxian.registration;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.values.Text;
import tools.jackson.databind.JsonNode;

/** What an organiser settles about admission, as a request that grows word by word. */
public final class Settings {

  private final EventFixture event;
  private final Map<String, Object> body = new LinkedHashMap<>();
  private final List<Object> types = new ArrayList<>();
  private final List<Object> quotas = new ArrayList<>();

  private Settings(EventFixture event) {
    this.event = event;
  }

  public static Settings of(EventFixture event) {
    return new Settings(event);
  }

  /** A rule of a ticket type, such as {@code needsApproval, true}. */
  public Settings type(String typeId, Object... rules) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("typeId", typeId);
    for (int i = 0; i < rules.length; i += 2) {
      type.put((String) rules[i], rules[i + 1]);
    }
    types.add(type);
    return this;
  }

  Settings quota(int capacity, String... typeIds) {
    quotas.add(Map.of("name", new Text("共享", "Shared"), "capacity", capacity, "typeIds", typeIds));
    return this;
  }

  Settings with(String name, Object value) {
    body.put(name, value);
    return this;
  }

  Map<String, Object> body() {
    Map<String, Object> all = new LinkedHashMap<>(body);
    all.put("types", types);
    all.put("quotas", quotas);
    return all;
  }

  /** Puts them in place of what there was. */
  Api.Answer put(Api api) {
    Api organiser = organiser(api);
    String seen = organiser.get(path()).expect(200).header("ETag");
    return organiser.with("If-Match", seen).send("PUT", path(), body());
  }

  /** Puts them, and returns when every replica works by them. */
  public void settle(Api... replicas) {
    long version = put(replicas[0]).expect(200).json().path("version").asLong();
    for (Api replica : replicas) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                JsonNode now = organiser(replica).get(path()).expect(200).json();
                return now.path("version").asLong() == version && !now.path("settling").asBoolean();
              });
    }
    if (replicas.length > 1) {
      await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    }
  }

  private Api organiser(Api api) {
    return api.as("boss", "organiser@" + event.organisation);
  }

  private String path() {
    return "/api/events/" + event.id + "/admission";
  }
}
