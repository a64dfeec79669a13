package org.juxian.platform.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Copies of a body that is accepted, each spoiled in one place. */
final class SpoiledExample {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final BigInteger HUGE = BigInteger.TWO.pow(63);

  private final JsonNode whole;
  private final List<BadInput.Case> cases = new ArrayList<>();

  private SpoiledExample(JsonNode whole) {
    this.whole = whole;
  }

  /** Each field wrong in several ways, none of which can be right. */
  static List<BadInput.Case> of(Object body) {
    SpoiledExample example = new SpoiledExample(JSON.valueToTree(body));
    example.walk(example.whole, "", "");
    return example.cases;
  }

  private void walk(JsonNode node, String pointer, String path) {
    if (node instanceof ObjectNode fields) {
      for (String name : List.copyOf(fields.propertyNames())) {
        String inner = path.isEmpty() ? name : path + "." + name;
        spoil(fields.path(name), pointer + "/" + name, inner);
        walk(fields.path(name), pointer + "/" + name, inner);
      }
    } else if (node instanceof ArrayNode items) {
      for (int at = 0; at < items.size(); at++) {
        walk(items.path(at), pointer + "/" + at, path + "[" + at + "]");
      }
    }
  }

  private void spoil(JsonNode value, String pointer, String path) {
    if (value.isNumber()) {
      wrong(pointer, path, MAKE.numberNode(-1));
      wrong(pointer, path, MAKE.numberNode(HUGE));
      wrong(pointer, path, MAKE.numberNode(1e99));
      wrong(pointer, path, MAKE.stringNode("seven"));
    } else if (value.isString()) {
      wrong(pointer, path, MAKE.objectNode());
      wrong(pointer, path, MAKE.stringNode("x".repeat(20_000)));
    } else if (value.isArray()) {
      wrong(pointer, path, MAKE.stringNode("text"));
      wrong(pointer, path, MAKE.arrayNode().addNull());
    } else if (value.isObject()) {
      wrong(pointer, path, MAKE.stringNode("text"));
    }
  }

  private void wrong(String pointer, String path, JsonNode value) {
    JsonNode copy = whole.deepCopy();
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, cut));
    String name = pointer.substring(cut + 1);
    ((ObjectNode) parent).set(name, value);
    cases.add(new BadInput.Case(copy, path));
  }
}
