package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contracts agree with themselves: examples with schemas, and the overview with the folders.
 */
class ContractsTest {

  private static final Path FOLDER = Repository.path("contracts");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources()));
  private static final JsonNode OVERVIEW =
      Trees.yaml(Repository.text(FOLDER.resolve("asyncapi.yaml")));

  static Set<String> messages() {
    Set<String> messages = new TreeSet<>();
    Pattern example = Pattern.compile("([a-z-]+)/([a-z-]+\\.v\\d+)/example\\.json");
    for (Path file : Repository.files(FOLDER)) {
      Matcher name = example.matcher(FOLDER.relativize(file).toString());
      if (name.matches()) {
        messages.add(name.group(1) + "." + name.group(2));
      }
    }
    return messages;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theExampleSatisfiesTheSchema(String message) {
    assertThat(errors(message, example(message))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theSchemaAdmitsNothingElse(String message) {
    assertThat(errors(message, example(message).put("colour", "red"))).isNotEmpty();
    assertThat(errors(message, example(message).putNull(first(message)))).isNotEmpty();
    assertThat(errors(message, example(message).without(first(message)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void timesHaveAnOffset(String message) {
    String broken = example(message).toString().replace("+08:00", "");
    if (!broken.equals(example(message).toString())) {
      assertThat(errors(message, Trees.json(broken))).isNotEmpty();
    }
  }

  @Test
  void theOverviewNamesExactlyTheFolders() {
    Set<String> described = new TreeSet<>();
    OVERVIEW
        .at("/components/messages")
        .properties()
        .forEach(
            message -> {
              described.add(message.getKey());
              assertThat(message.getValue().at("/payload/schema/$ref").asText())
                  .isEqualTo("./" + folder(message.getKey()) + "/schema.json");
            });

    assertThat(described).isEqualTo(messages());
  }

  @Test
  void everyMessageIsOnOneTopicAndEveryTopicHasAWriter() {
    List<String> carried = OVERVIEW.path("channels").findValuesAsText("$ref");
    assertThat(carried)
        .containsExactlyInAnyOrderElementsOf(
            messages().stream().map(message -> "#/components/messages/" + message).toList());

    Set<String> written = new TreeSet<>();
    OVERVIEW
        .path("operations")
        .valueStream()
        .filter(operation -> operation.path("action").asText().equals("send"))
        .forEach(operation -> written.add(operation.at("/channel/$ref").asText()));
    OVERVIEW
        .path("channels")
        .fieldNames()
        .forEachRemaining(channel -> assertThat(written).contains("#/channels/" + channel));
  }

  @Test
  void everyReferenceInTheOverviewLeadsSomewhere() {
    List<String> references = OVERVIEW.findValuesAsText("$ref");
    assertThat(references)
        .filteredOn(reference -> reference.startsWith("#"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            reference -> assertThat(OVERVIEW.at(reference.substring(1)).isMissingNode()).isFalse());
  }

  private static List<Error> errors(String message, JsonNode data) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(path(message, "schema.json").toUri().toString()))
        .validate(
            data,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static ObjectNode example(String message) {
    return (ObjectNode) Trees.json(Repository.text(path(message, "example.json")));
  }

  private static String first(String message) {
    return example(message).fieldNames().next();
  }

  private static Path path(String message, String file) {
    return FOLDER.resolve(folder(message)).resolve(file);
  }

  private static String folder(String message) {
    return message.replaceFirst("\\.", "/");
  }
}
