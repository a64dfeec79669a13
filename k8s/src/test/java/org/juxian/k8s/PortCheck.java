package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ports agree all the way: what a service listens on, what its pod, Service and probes name, and
 * what others call.
 */
final class PortCheck implements Check {

  @Override
  public List<String> findings(Manifests manifests) {
    List<String> findings = new ArrayList<>();
    manifests.ofKind("Service").forEach(service -> service(manifests, service, findings));
    manifests.ofKind("Ingress").forEach(ingress -> ingress(manifests, ingress, findings));
    manifests.workloads().forEach(workload -> workload(manifests, workload, findings));
    return findings;
  }

  private static void service(Manifests manifests, Manifest service, List<String> findings) {
    for (Manifest workload : manifests.workloads(Labels.of(service.at("/spec/selector")))) {
      for (JsonNode port : service.at("/spec/ports")) {
        JsonNode target = port.path("targetPort");
        if (workload.containers().stream().noneMatch(c -> c.port(target).isPresent())) {
          findings.add(service + " leads to port " + target + ", which " + workload + " has not");
        }
      }
    }
  }

  private static void ingress(Manifests manifests, Manifest ingress, List<String> findings) {
    for (JsonNode backend : ingress.tree().findValues("backend")) {
      String name = backend.at("/service/name").asText();
      JsonNode port = backend.at("/service/port/name");
      boolean there =
          manifests.find("Service", name).stream()
              .flatMap(service -> service.at("/spec/ports").valueStream())
              .anyMatch(each -> each.path("name").equals(port));
      if (!there) {
        findings.add(ingress + " leads to port " + port + " of " + name + ", which is not here");
      }
      if (!name.equals("gateway")) {
        findings.add(ingress + " opens " + name + "; the gateway is the only door");
      }
    }
  }

  private static void workload(Manifests manifests, Manifest workload, List<String> findings) {
    for (Container container : workload.containers()) {
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        JsonNode handler = container.tree().path(probe);
        JsonNode port =
            handler.has("httpGet") ? handler.at("/httpGet/port") : handler.at("/tcpSocket/port");
        if (!port.isMissingNode() && container.port(port).isEmpty()) {
          findings.add(workload + ": " + probe + " asks port " + port + ", which is not here");
        }
      }
      Map<String, String> environment = container.environment(manifests);
      if (container.isService()) {
        ownPort(workload, container, environment, findings);
      }
      environment.forEach(
          (name, value) ->
              Urls.unreachable(value, url -> serves(manifests, url))
                  .ifPresent(
                      url -> findings.add(workload + ": " + name + " leads nowhere: " + url)));
    }
  }

  private static void ownPort(
      Manifest workload,
      Container container,
      Map<String, String> environment,
      List<String> findings) {
    String port = environment.getOrDefault("SERVER_PORT", "");
    if (!port.equals(String.valueOf(container.ports().get("http")))) {
      findings.add(workload + " listens on " + port + ", but its port http is another");
    }
    JsonNode scraped =
        workload.at("/spec/template/metadata/annotations").path("prometheus.io/port");
    if (!port.equals(scraped.asText())) {
      findings.add(workload + " listens on " + port + ", but Prometheus is sent to " + scraped);
    }
  }

  private static boolean serves(Manifests manifests, Urls.HostAndPort address) {
    return manifests.find("Service", address.host()).stream()
        .flatMap(service -> service.at("/spec/ports").valueStream())
        .anyMatch(port -> port.path("port").asInt() == address.port());
  }
}
