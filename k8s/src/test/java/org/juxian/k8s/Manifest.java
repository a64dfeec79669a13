package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** One Kubernetes object. */
record Manifest(JsonNode tree) {

  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

  String kind() {
    return tree.path("kind").asText();
  }

  String name() {
    return at("/metadata/name").asText();
  }

  /** The value at a JSON pointer; a missing node where there is none. */
  JsonNode at(String pointer) {
    return tree.at(pointer);
  }

  boolean isWorkload() {
    return WORKLOADS.contains(kind());
  }

  Labels podLabels() {
    return Labels.of(at("/spec/template/metadata/labels"));
  }

  JsonNode podSpec() {
    return at("/spec/template/spec");
  }

  List<Container> containers() {
    return podSpec().path("containers").valueStream().map(Container::new).toList();
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
