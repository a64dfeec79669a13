package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One container of a pod. */
record Container(JsonNode tree) {

  /** Stands for a value that is not in the manifests. */
  static final String SECRET = "(secret)";

  String image() {
    return tree.path("image").asText();
  }

  /** Whether it runs one of our services: only they are told their port in this way. */
  boolean isService() {
    return tree.path("env").valueStream().anyMatch(env -> name(env).equals("SERVER_PORT"));
  }

  /** Named ports and their numbers. */
  Map<String, Integer> ports() {
    Map<String, Integer> ports = new TreeMap<>();
    for (JsonNode port : tree.path("ports")) {
      ports.put(name(port), port.path("containerPort").asInt());
    }
    return ports;
  }

  /** The number that a port's name or number stands for, if this container has it. */
  Optional<Integer> port(JsonNode nameOrNumber) {
    if (nameOrNumber.isTextual()) {
      return Optional.ofNullable(ports().get(nameOrNumber.asText()));
    }
    return ports().values().stream().filter(port -> port == nameOrNumber.asInt()).findFirst();
  }

  /**
   * The environment that the container starts with; what comes from a Secret reads {@link #SECRET}.
   */
  Map<String, String> environment(Manifests manifests) {
    Map<String, String> environment = new TreeMap<>();
    for (JsonNode from : tree.path("envFrom")) {
      environment.putAll(configMap(manifests, from.at("/configMapRef/name").asText()));
    }
    for (JsonNode env : tree.path("env")) {
      environment.put(name(env), value(manifests, env));
    }
    return environment;
  }

  private static String value(Manifests manifests, JsonNode env) {
    JsonNode reference = env.at("/valueFrom/configMapKeyRef");
    if (reference.isObject()) {
      String key = reference.path("key").asText();
      return configMap(manifests, name(reference)).getOrDefault(key, "");
    }
    return env.has("valueFrom") ? SECRET : env.path("value").asText();
  }

  private static Map<String, String> configMap(Manifests manifests, String name) {
    return manifests
        .find("ConfigMap", name)
        .map(map -> Labels.of(map.at("/data")).pairs())
        .orElse(Map.of());
  }

  private static String name(JsonNode named) {
    return named.path("name").asText();
  }
}
