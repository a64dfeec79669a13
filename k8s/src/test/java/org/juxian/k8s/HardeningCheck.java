package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * No pod has more rights than it needs, none can starve the others, and no secret is in the
 * repository.
 */
final class HardeningCheck implements Check {

  @Override
  public List<String> findings(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    for (Manifest secret : manifests.ofKind("Secret")) {
      findings.add(secret + " is in the repository");
    }
    if (manifests.ofKind("NetworkPolicy").stream().noneMatch(HardeningCheck::deniesEverything)) {
      findings.add("The network is open by default");
    }
    for (Manifest workload : manifests.workloads()) {
      JsonNode pod = workload.podSpec();
      JsonNode security = pod.path("securityContext");
      require(security.path("runAsNonRoot").asBoolean(), workload, "may run as root", findings);
      require(security.path("runAsUser").asInt() > 0, workload, "has no numeric user", findings);
      require(
          security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
          workload,
          "has no seccomp profile",
          findings);
      require(
          pod.path("automountServiceAccountToken").isBoolean()
              && !pod.path("automountServiceAccountToken").asBoolean(),
          workload,
          "gets a token for the cluster",
          findings);
      require(
          pod.path("enableServiceLinks").isBoolean() && !pod.path("enableServiceLinks").asBoolean(),
          workload,
          "gets variables that nobody wrote",
          findings);
      workload.containers().forEach(container -> container(workload, container, findings));
    }
    return findings;
  }

  private static boolean deniesEverything(Manifest policy) {
    return policy.at("/spec/podSelector").isEmpty()
        && policy.at("/spec/policyTypes").size() == 2
        && policy.at("/spec/ingress").isMissingNode()
        && policy.at("/spec/egress").isMissingNode();
  }

  private static void container(Manifest workload, Container container, List<String> findings) {
    JsonNode security = container.tree().path("securityContext");
    require(
        security.path("readOnlyRootFilesystem").asBoolean(),
        workload,
        "may write to its image",
        findings);
    require(
        security.path("allowPrivilegeEscalation").isBoolean()
            && !security.path("allowPrivilegeEscalation").asBoolean(),
        workload,
        "may gain rights",
        findings);
    require(
        security.at("/capabilities/drop").toString().equals("[\"ALL\"]"),
        workload,
        "keeps capabilities",
        findings);
    require(
        container.tree().at("/resources/limits").has("memory")
            && container.tree().at("/resources/requests").has("memory")
            && container.tree().at("/resources/requests").has("cpu"),
        workload,
        "does not say what it needs",
        findings);
    require(
        container.image().matches("[^:@]+:[\\w.-]+") && !container.image().endsWith(":latest"),
        workload,
        "does not say which version of its image runs: " + container.image(),
        findings);
  }

  private static void require(
      boolean holds, Manifest workload, String complaint, List<String> findings) {
    if (!holds) {
      findings.add(workload + " " + complaint);
    }
  }
}
