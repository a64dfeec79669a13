package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The objects of one deployment. */
record Manifests(List<Manifest> all) {

  static Manifests parse(String yaml) {
    return new Manifests(
        Trees.yamlDocuments(yaml).stream().filter(JsonNode::isObject).map(Manifest::new).toList());
  }

  List<Manifest> ofKind(String kind) {
    return all.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }

  Optional<Manifest> find(String kind, String name) {
    return ofKind(kind).stream().filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  /** What runs pods. */
  List<Manifest> workloads() {
    return all.stream().filter(Manifest::isWorkload).toList();
  }

  /** What runs pods with these labels. */
  List<Manifest> workloads(Labels selector) {
    return workloads().stream().filter(each -> each.podLabels().satisfy(selector)).toList();
  }
}
