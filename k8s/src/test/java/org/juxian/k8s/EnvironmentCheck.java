package org.juxian.k8s;

import java.util.ArrayList;
import java.util.List;

/** Every service is here, and is given what it reads and needs. */
final class EnvironmentCheck implements Check {

  @Override
  public List<String> findings(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    for (String service : Repository.SERVICES) {
      manifests
          .find("Deployment", service)
          .map(deployment -> deployment.containers().getFirst().environment(manifests).keySet())
          .ifPresentOrElse(
              given -> findings.addAll(EnvironmentRules.findings(service, given)),
              () -> findings.add(service + " has no Deployment"));
    }
    return findings;
  }
}
