package org.juxian.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far the demo is loaded, in a small file beside the data, so that a start that was cut short
 * goes on.
 */
final class DemoState {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final ObjectNode content;

  private DemoState(Path file, ObjectNode content) {
    this.file = file;
    this.content = content;
  }

  static DemoState open(Path file, ZonedDateTime now) throws IOException {
    if (Files.exists(file)) {
      return new DemoState(file, (ObjectNode) JSON.readTree(Files.readString(file)));
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("began", now.toString());
    content.put("done", 0);
    content.putObject("answers");
    return new DemoState(file, content);
  }

  /** How many steps are done. */
  int done() {
    return content.get("done").asInt();
  }

  /** Times are counted from the first start, also when a later one goes on. */
  ZonedDateTime began() {
    return ZonedDateTime.parse(content.get("began").asString());
  }

  ObjectNode answers() {
    return (ObjectNode) content.get("answers");
  }

  void finish(int step, DemoStep what, JsonNode answer) throws IOException {
    if (what.save() != null) {
      answers().set(what.save(), answer);
    }
    content.put("done", step + 1);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, JSON.writeValueAsString(content));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
