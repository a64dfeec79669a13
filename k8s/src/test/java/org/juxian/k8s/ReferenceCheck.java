package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What one object says about another is so: selectors find pods, and what is named is there. */
final class ReferenceCheck implements Check {

  @Override
  public List<String> findings(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    for (Manifest manifest : manifests.all()) {
      switch (manifest.kind()) {
        case "Deployment", "StatefulSet" -> {
          Labels selector = Labels.of(manifest.at("/spec/selector/matchLabels"));
          if (selector.isEmpty() || !manifest.podLabels().satisfy(selector)) {
            findings.add(manifest + " does not select its own pods");
          }
          if (manifests.workloads(selector).size() > 1) {
            findings.add(manifest + " selects pods of another workload");
          }
        }
        case "Service" -> selectsOne(manifests, manifest, "/spec/selector", findings);
        case "PodDisruptionBudget" ->
            selectsOne(manifests, manifest, "/spec/selector/matchLabels", findings);
        case "NetworkPolicy" -> networkPolicy(manifests, manifest, findings);
        case "HorizontalPodAutoscaler" -> autoscaler(manifests, manifest, findings);
        default -> {}
      }
    }
    manifests.workloads().forEach(workload -> pod(manifests, workload, findings));
    return findings;
  }

  private static void selectsOne(
      Manifests manifests, Manifest manifest, String pointer, List<String> findings) {
    Labels selector = Labels.of(manifest.at(pointer));
    if (selector.isEmpty() || manifests.workloads(selector).size() != 1) {
      findings.add(manifest + " does not select the pods of exactly one workload");
    }
  }

  private static void networkPolicy(Manifests manifests, Manifest policy, List<String> findings) {
    List<JsonNode> selectors = new ArrayList<>();
    selectors.add(policy.at("/spec/podSelector"));
    for (String direction : List.of("ingress/from", "egress/to")) {
      String[] names = direction.split("/", 2);
      for (JsonNode rule : policy.at("/spec/" + names[0])) {
        for (JsonNode peer : rule.path(names[1])) {
          if (!peer.has("namespaceSelector")) {
            selectors.add(peer.path("podSelector"));
          }
        }
      }
    }
    for (JsonNode selector : selectors) {
      if (manifests.workloads(Labels.of(selector.path("matchLabels"))).isEmpty()) {
        findings.add(policy + " names pods that are not here: " + selector);
      }
    }
  }

  private static void autoscaler(Manifests manifests, Manifest scaler, List<String> findings) {
    JsonNode target = scaler.at("/spec/scaleTargetRef");
    if (manifests.find(target.path("kind").asText(), target.path("name").asText()).isEmpty()) {
      findings.add(scaler + " scales something that is not here");
    }
    int min = scaler.at("/spec/minReplicas").asInt();
    if (min < 1 || min > scaler.at("/spec/maxReplicas").asInt()) {
      findings.add(scaler + " has no sensible minReplicas and maxReplicas");
    }
  }

  private static void pod(Manifests manifests, Manifest workload, List<String> findings) {
    JsonNode account = workload.podSpec().path("serviceAccountName");
    if (account.isTextual() && manifests.find("ServiceAccount", account.asText()).isEmpty()) {
      findings.add(workload + " runs as a ServiceAccount that is not here");
    }
    for (JsonNode reference : workload.podSpec().findValues("configMapRef")) {
      configMap(manifests, workload, reference.path("name").asText(), findings);
    }
    for (JsonNode volume : workload.podSpec().path("volumes")) {
      if (volume.has("configMap")) {
        configMap(manifests, workload, volume.at("/configMap/name").asText(), findings);
      }
    }
  }

  private static void configMap(
      Manifests manifests, Manifest workload, String name, List<String> findings) {
    if (manifests.find("ConfigMap", name).isEmpty()) {
      findings.add(workload + " reads ConfigMap " + name + ", which is not here");
    }
  }
}
