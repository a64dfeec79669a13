package org.juxian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.juxian.standalone.PlatformOptions;

/** {@code make bench}: starts a platform of its own, measures, and prints tables. */
public final class Main {

  private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();
  private static final int DATABASE_HEAP = 1024;
  private static final String STORED = "stored";

  static {
    SCENARIOS.put("registrations", Scenario.REGISTRATIONS);
    SCENARIOS.put("rush", Scenario.RUSH);
    SCENARIOS.put("events", Scenario.MANY_EVENTS);
  }

  private Main() {}

  /**
   * Arguments: which of {@code registrations}, {@code rush}, {@code events} and {@code stored}; all
   * if none. Environment: {@code BENCH_ROUNDS} (3), {@code BENCH_STORED} (1000000).
   */
  public static void main(String[] arguments) throws Exception {
    List<String> wanted = new ArrayList<>(List.of(arguments));
    if (wanted.isEmpty()) {
      wanted.addAll(SCENARIOS.keySet());
      wanted.add(STORED);
    }
    Path folder =
        Files.createTempDirectory(
            Files.createDirectories(PlatformOptions.findHome().resolve("bench/target")), "data-");
    if (wanted.stream().anyMatch(SCENARIOS::containsKey)) {
      measure(wanted, folder.resolve("usual"));
    }
    if (wanted.contains(STORED)) {
      new StoredScenario(folder.resolve("stored"), setting("BENCH_STORED", 1_000_000))
          .measure(rounds());
    }
    // Where something failed, the folder stays, with the logs.
    Folders.delete(folder);
  }

  private static void measure(List<String> wanted, Path folder) throws Exception {
    try (Stage stage = Stage.set(folder, Scenario.PEOPLE, DATABASE_HEAP)) {
      warmUp(stage);
      for (String name : wanted) {
        Scenario scenario = SCENARIOS.get(name);
        if (scenario != null) {
          System.out.println(new Measurement(stage, scenario).take(rounds()));
        }
      }
    }
  }

  /** Until what runs often is compiled. */
  static void warmUp(Stage stage) throws Exception {
    Ceilings ceilings = new Ceilings(stage, Duration.ofSeconds(5));
    System.out.printf(
        "Warming up: %,.0f trivial requests a second, %,.0f inserts.%n",
        ceilings.trivialRequest().perSecond(), ceilings.bareInsert().perSecond());
    List<OpenEvent> events = stage.organiser().open(3, Scenario.PEOPLE);
    Register register = new Register(stage.gateway());
    for (OpenEvent event : events) {
      Figures figures =
          Load.times(Scenario.PEOPLE, n -> register.attempt(stage.people().get(n), event));
      System.out.printf("Warming up: %,.0f registrations a second.%n", figures.perSecond());
    }
    stage.settle();
    BsonDocument stored = stage.registrations().find().first();
    if (stored != null) {
      StoredRegistrations.compare(stored);
    }
  }

  static int rounds() {
    return setting("BENCH_ROUNDS", 3);
  }

  private static int setting(String variable, int otherwise) {
    String text = System.getenv(variable);
    return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.strip());
  }
}
