package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Labels of an object, or those that a selector asks for. */
record Labels(Map<String, String> pairs) {

  static Labels of(JsonNode node) {
    Map<String, String> pairs = new TreeMap<>();
    node.properties().forEach(label -> pairs.put(label.getKey(), label.getValue().asText()));
    return new Labels(pairs);
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  boolean satisfy(Labels selector) {
    return pairs.entrySet().containsAll(selector.pairs.entrySet());
  }
}
