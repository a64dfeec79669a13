package org.juxian.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each service is watched at the paths where it says how it is. */
final class ProbeCheck implements Check {

  private static final Map<String, String> PATHS =
      Map.of(
          "startupProbe", "/actuator/health/liveness",
          "livenessProbe", "/actuator/health/liveness",
          "readinessProbe", "/actuator/health/readiness");

  @Override
  public List<String> findings(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    for (Manifest workload : manifests.workloads()) {
      if (workload.containers().stream().noneMatch(Container::isService)) {
        continue;
      }
      for (Container container : workload.containers()) {
        PATHS.forEach(
            (probe, path) -> {
              String asked = container.tree().at("/" + probe + "/httpGet/path").asText();
              if (!asked.equals(path)) {
                findings.add(workload + ": " + probe + " asks '" + asked + "' instead of " + path);
              }
            });
      }
      String metrics =
          workload.at("/spec/template/metadata/annotations").path("prometheus.io/path").asText();
      if (!metrics.equals("/actuator/prometheus")) {
        findings.add(workload + " has its metrics looked for at '" + metrics + "'");
      }
    }
    return findings;
  }
}
