package org.juxian.standalone.demo;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the blanks in a step: times counted from today, and values from earlier answers. */
final class Blanks {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern TIME = Pattern.compile("D([+-][0-9]+) ([0-9]{2}:[0-9]{2})");
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  private final ZonedDateTime today;
  private final ObjectNode answers;

  /**
   * Starts from a moment.
   *
   * @param answers what earlier steps saved, by name; read anew each time
   */
  Blanks(ZonedDateTime now, ObjectNode answers) {
    this.today = now.withZoneSameInstant(ZoneId.of("Asia/Shanghai"));
    this.answers = answers;
  }

  JsonNode fill(JsonNode node) {
    if (node.isString()) {
      return JsonNodeFactory.instance.stringNode(fill(node.stringValue()));
    }
    if (node.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> filled.add(fill(element)));
      return filled;
    }
    if (node.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue())));
      return filled;
    }
    return node;
  }

  String fill(String text) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      return time(Long.parseLong(time.group(1)), LocalTime.parse(time.group(2)));
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(answer(match.group(1))));
  }

  private String time(long days, LocalTime at) {
    return today.plusDays(days).with(at).withSecond(0).withNano(0).format(RFC_3339);
  }

  private String answer(String path) {
    JsonNode found = find(answers, path);
    if (found.isMissingNode()) {
      throw new IllegalStateException("No earlier answer holds " + path + ".");
    }
    return found.asString();
  }

  /** Names and list positions joined by dots. */
  static JsonNode find(JsonNode node, String path) {
    return node.at("/" + path.replace('.', '/'));
  }
}
