package org.juxian.platform.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.juxian.platform.messaging.MessageJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what a service writes and reads against {@code contracts/}. */
public final class Contracts {

  private static final Pattern TYPE = Pattern.compile("([a-z-]+)\\.([a-z-]+\\.v\\d+)");
  private static final JsonMapper JSON = MessageJson.mapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources()));

  private Contracts() {}

  /** The golden example of a message, such as {@code registration.confirmed.v1}. */
  public static JsonNode example(String type) {
    try {
      return JSON.readTree(Files.readString(folder(type).resolve("example.json")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A consumer's reading of the golden example. */
  public static <T> T read(String type, Class<T> as) {
    return JSON.treeToValue(example(type), as);
  }

  /**
   * Fails unless a producer's record, written as it goes on the wire, is the golden example to the
   * letter and satisfies the schema.
   */
  public static void assertProduces(String type, Object data) {
    JsonNode written = JSON.readTree(JSON.writeValueAsString(data));
    assertValid(type, written);
    if (!written.equals(example(type))) {
      throw new AssertionError(
          type + " is written as\n" + written + "\nbut the example says\n" + example(type));
    }
  }

  /** Fails unless the data satisfies the schema of its type. */
  public static void assertValid(String type, JsonNode data) {
    Schema schema =
        SCHEMAS.getSchema(
            SchemaLocation.of(folder(type).resolve("schema.json").toUri().toString()));
    List<Error> errors =
        schema.validate(
            data.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    if (!errors.isEmpty()) {
      throw new AssertionError(type + " is not as its schema says: " + errors + "\n" + data);
    }
  }

  private static Path folder(String type) {
    Matcher parts = TYPE.matcher(type);
    if (!parts.matches()) {
      throw new IllegalArgumentException(type + " is not owner.name.vN");
    }
    return root().resolve(parts.group(1)).resolve(parts.group(2));
  }

  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("contracts/asyncapi.yaml"))) {
        return at.resolve("contracts");
      }
    }
    throw new IllegalStateException("contracts/ is in no folder above this one");
  }
}
