package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which pods of a namespace may open a connection to which, as its network policies say together.
 */
record Connections(Manifests manifests) {

  /** The two sides of a connection, and what policies call them. */
  private enum Side {
    FROM("Egress", "egress", "to"),
    TO("Ingress", "ingress", "from");

    private final String policyType;
    private final String rules;
    private final String peers;

    Side(String policyType, String rules, String peers) {
      this.policyType = policyType;
      this.rules = rules;
      this.peers = peers;
    }
  }

  /** Every connection that is allowed, such as {@code gateway -> fair-service:http}. */
  Set<String> allowed() {
    Set<String> allowed = new TreeSet<>();
    for (Manifest from : manifests.workloads()) {
      for (Manifest to : manifests.workloads()) {
        for (Container container : to.containers()) {
          container.ports().entrySet().stream()
              .filter(port -> !from.equals(to))
              .filter(port -> allows(Side.FROM, from, to, port) && allows(Side.TO, to, from, port))
              .forEach(port -> allowed.add(from.name() + " -> " + to.name() + ":" + port.getKey()));
        }
      }
    }
    return allowed;
  }

  private boolean allows(
      Side side, Manifest self, Manifest other, Map.Entry<String, Integer> port) {
    List<Manifest> policies =
        manifests.ofKind("NetworkPolicy").stream()
            .filter(policy -> selects(policy.at("/spec/podSelector"), self))
            .filter(policy -> policy.at("/spec/policyTypes").toString().contains(side.policyType))
            .toList();
    return policies.isEmpty()
        || policies.stream()
            .flatMap(policy -> policy.at("/spec/" + side.rules).valueStream())
            .anyMatch(rule -> names(rule.path(side.peers), other) && opens(rule, port));
  }

  /**
   * A rule without peers means everybody; a peer in another namespace or network is nobody here.
   */
  private static boolean names(JsonNode peers, Manifest other) {
    return peers.isEmpty()
        || peers
            .valueStream()
            .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
            .anyMatch(peer -> selects(peer.path("podSelector"), other));
  }

  private static boolean opens(JsonNode rule, Map.Entry<String, Integer> port) {
    JsonNode ports = rule.path("ports");
    return ports.isEmpty()
        || ports
            .valueStream()
            .map(each -> each.path("port").asText())
            .anyMatch(
                each -> each.equals(port.getKey()) || each.equals(port.getValue().toString()));
  }

  private static boolean selects(JsonNode selector, Manifest workload) {
    return workload.podLabels().satisfy(Labels.of(selector.path("matchLabels")));
  }
}
