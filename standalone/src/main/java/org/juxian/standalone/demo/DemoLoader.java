package org.juxian.standalone.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.juxian.standalone.Platform;
import org.juxian.standalone.Texts;
import tools.jackson.databind.JsonNode;

/**
 * Loads the demo once into a platform.
 *
 * <p>A start that was cut short goes on where it stopped; a step that was done but not noted is
 * asked again with the same {@code Idempotency-Key}, and so done once.
 */
public final class DemoLoader {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Platform platform;
  private final Texts texts;
  private final Consumer<String> progress;
  private final DemoScript script;

  /** Tells of progress in short lines. */
  public DemoLoader(Platform platform, Texts texts, Consumer<String> progress) throws IOException {
    this.platform = platform;
    this.texts = texts;
    this.progress = progress;
    this.script = DemoScript.read();
  }

  /** The people of the demo worth trying. */
  public List<DemoAccount> accounts() {
    return script.accounts().values().stream()
        .filter(account -> !account.show().isEmpty())
        .map(account -> new DemoAccount(texts.say(account.show()), address(account)))
        .toList();
  }

  /** Does what is still to be done; nothing if all is there. */
  public void loadOnce() throws DemoFailedException, IOException, InterruptedException {
    Path file = platform.options().dataFolder().resolve("demo.json");
    DemoState state = DemoState.open(file, ZonedDateTime.now(ZoneId.of("Asia/Shanghai")));
    if (state.done() >= script.steps().size()) {
      return;
    }
    try (DemoClient client = new DemoClient(platform.gateway(), platform.inbox())) {
      for (int i = state.done(); i < script.steps().size(); i++) {
        DemoStep step = script.steps().get(i);
        if (step.say() != null) {
          progress.accept(texts.say(step.say()));
        }
        state.finish(i, step, perform(client, i, step, state));
      }
    }
  }

  private JsonNode perform(DemoClient client, int number, DemoStep step, DemoState state)
      throws DemoFailedException, IOException, InterruptedException {
    Blanks blanks = new Blanks(state.began(), state.answers());
    String path = blanks.fill(step.path());
    String address = addressOf(step.as());
    Map<String, String> headers = new HashMap<>();
    if (step.method().equals("POST")) {
      headers.put("Idempotency-Key", "demo-" + state.began().toEpochSecond() + "-" + number);
    }
    if (step.ifMatch() != null) {
      headers.put("If-Match", blanks.fill(step.ifMatch()));
    }
    JsonNode body = step.body() == null ? null : blanks.fill(step.body());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      DemoClient.Answer answer = client.ask(address, step.method(), path, headers, body);
      if (answer.ok() && holds(answer, step)) {
        return answer.body();
      }
      boolean mayStillCome = step.method().equals("GET") || answer.status() >= 500;
      if (!mayStillCome || System.nanoTime() > deadline) {
        throw DemoClient.refused(step.method() + " " + path, answer);
      }
      Thread.sleep(PAUSE);
    }
  }

  private static boolean holds(DemoClient.Answer answer, DemoStep step) {
    return step.until() == null || !Blanks.find(answer.body(), step.until()).isMissingNode();
  }

  private String addressOf(String key) {
    DemoScript.Account account = script.accounts().get(key);
    if (account == null) {
      throw new IllegalStateException("The demo knows nobody by the name " + key + ".");
    }
    return address(account);
  }

  private String address(DemoScript.Account account) {
    return account.address().equals("administrator")
        ? platform.options().administrator()
        : account.address();
  }
}
