package org.juxian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compose file, and what must hold for it. */
record Compose(JsonNode tree) {

  private static final Pattern VARIABLE =
      Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[?-])?([^}]*)}");

  static Compose parse(String yaml) {
    return new Compose(Trees.yaml(yaml));
  }

  Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new LinkedHashMap<>();
    tree.path("services")
        .properties()
        .forEach(each -> services.put(each.getKey(), each.getValue()));
    return services;
  }

  /** What is wrong, one sentence each. */
  List<String> findings(String environmentExample) {
    List<String> findings = new ArrayList<>();
    services()
        .forEach(
            (name, service) -> {
              health(name, service, findings);
              dependencies(name, service, findings);
              hardening(name, service, findings);
              volumes(name, service, findings);
              folders(name, service, findings);
              ports(name, service, findings);
              calls(name, service, findings);
            });
    for (String service : Repository.SERVICES) {
      JsonNode environment = tree.at("/services/" + service + "/environment");
      findings.addAll(EnvironmentRules.findings(service, Labels.of(environment).pairs().keySet()));
    }
    variables(environmentExample, findings);
    return findings;
  }

  private static boolean isJob(JsonNode service) {
    return service.path("restart").asText().equals("no");
  }

  private static void health(String name, JsonNode service, List<String> findings) {
    if (!isJob(service) && !service.at("/healthcheck/test").isArray()) {
      findings.add(name + " has no healthcheck");
    }
    String port = service.at("/environment/SERVER_PORT").asText();
    if (!port.isEmpty()
        && !service.at("/healthcheck/test").toString().contains("/127.0.0.1/" + port)) {
      findings.add(name + " listens on " + port + ", but its healthcheck asks another port");
    }
  }

  private void dependencies(String name, JsonNode service, List<String> findings) {
    for (Map.Entry<String, JsonNode> each : service.path("depends_on").properties()) {
      JsonNode other = tree.path("services").path(each.getKey());
      String condition = each.getValue().path("condition").asText();
      boolean sensible =
          switch (condition) {
            case "service_completed_successfully" -> other.isObject() && isJob(other);
            case "service_healthy" -> other.isObject() && !isJob(other);
            default -> false;
          };
      if (!sensible) {
        findings.add(name + " waits in vain for " + each.getKey() + " (" + condition + ")");
      }
    }
  }

  private static void hardening(String name, JsonNode service, List<String> findings) {
    boolean hardened =
        service.path("read_only").asBoolean()
            && service.path("cap_drop").toString().equals("[\"ALL\"]")
            && service.path("security_opt").toString().contains("no-new-privileges:true")
            && service.has("mem_limit");
    if (!hardened) {
      findings.add(name + " has more rights than it needs, or no limit of memory");
    }
    if (!service.has("build") && !service.path("image").asText().matches("[^:]+:v?\\d[\\w.]*")) {
      findings.add(name + " does not say which version of its image runs");
    }
  }

  private void volumes(String name, JsonNode service, List<String> findings) {
    for (JsonNode volume : service.path("volumes")) {
      String source = volume.asText().replaceFirst(":.*", "");
      boolean there =
          source.startsWith("./")
              ? Repository.path(source).toFile().isFile()
              : tree.path("volumes").has(source);
      if (!there) {
        findings.add(name + " mounts " + source + ", which is not here");
      }
    }
  }

  /**
   * A folder in memory belongs to root and has the mode of the image's folder below it, whatever
   * mode is asked for: only {@code /tmp} may then be written by everybody, any other has to name
   * its owner.
   */
  private static void folders(String name, JsonNode service, List<String> findings) {
    String[] user = service.path("user").asText().split(":", -1);
    String owner = user.length == 2 ? "uid=%s,gid=%s".formatted(user[0], user[1]) : "nobody";
    for (JsonNode folder : service.path("tmpfs")) {
      if (!folder.asText().equals("/tmp") && !folder.asText().contains(":" + owner)) {
        findings.add(name + " may not write to its folder " + folder.asText());
      }
    }
  }

  private static void ports(String name, JsonNode service, List<String> findings) {
    String port = service.at("/environment/SERVER_PORT").asText();
    for (JsonNode published : service.path("ports")) {
      if (!published.asText().startsWith("127.0.0.1:")) {
        findings.add(name + " is open to other machines");
      }
      if (!port.isEmpty() && !published.asText().endsWith(":" + port)) {
        findings.add(name + " listens on " + port + ", but publishes another port");
      }
    }
  }

  /** Whoever is called is here, and listens on that port as far as the file says. */
  private void calls(String name, JsonNode service, List<String> findings) {
    Labels.of(service.path("environment"))
        .pairs()
        .forEach(
            (key, value) ->
                Urls.unreachable(value, this::serves)
                    .ifPresent(url -> findings.add(name + ": " + key + " leads nowhere: " + url)));
  }

  private boolean serves(Urls.HostAndPort address) {
    JsonNode service = tree.path("services").path(address.host());
    JsonNode port = service.at("/environment/SERVER_PORT");
    return service.isObject() && (port.isMissingNode() || port.asInt() == address.port());
  }

  /**
   * What a person has to say is explained in {@code .env.example}; what is needed says so itself.
   */
  private void variables(String example, List<String> findings) {
    Matcher variable = VARIABLE.matcher(tree.toString());
    while (variable.find()) {
      if (!Pattern.compile("^" + variable.group(1) + "=", Pattern.MULTILINE)
          .matcher(example)
          .find()) {
        findings.add(variable.group(1) + " is not in .env.example");
      }
      if (variable.group(3).isBlank()) {
        findings.add(variable.group(1) + " has neither a default nor a sentence for who forgot it");
      }
    }
  }
}
