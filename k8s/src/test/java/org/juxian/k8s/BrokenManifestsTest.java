package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check finds what it is there for: one thing is broken in a copy, and the check must say so.
 */
class BrokenManifestsTest {

  static List<Arguments> breakages() {
    return List.of(
        broken(new ModelCheck(), "terminationGracePeriodSeconds", "gracePeriod", "gracePeriod"),
        broken(new ModelCheck(), "maxUnavailable: 0", "maxUnavailable: [0]", "maxUnavailable"),
        broken(new ModelCheck(), "memory: 512Mi", "memory: much", "quantity"),
        broken(new ModelCheck(), "kind: PodDisruptionBudget", "kind: PodDisruption", "not meant"),
        broken(
            new ReferenceCheck(),
            "matchLabels:\n      app.kubernetes.io/name: fair-service",
            "matchLabels:\n      app.kubernetes.io/name: fare-service",
            "does not select its own pods"),
        broken(
            new ReferenceCheck(),
            "selector:\n    app.kubernetes.io/name: gateway",
            "selector:\n    app.kubernetes.io/name: gate",
            "Service gateway does not select"),
        broken(
            new ReferenceCheck(),
            "kind: Deployment\n    name: forum-service",
            "kind: Deployment\n    name: forums",
            "scales something"),
        broken(new ReferenceCheck(), "minReplicas: 1", "minReplicas: 9", "no sensible minReplicas"),
        broken(
            new ReferenceCheck(),
            "serviceAccountName: gateway",
            "serviceAccountName: g",
            "runs as"),
        broken(
            new ReferenceCheck(),
            "podSelector:\n        matchLabels:\n          app.kubernetes.io/name: topics",
            "podSelector:\n        matchLabels:\n          app.kubernetes.io/name: topic",
            "pods that are not here"),
        broken(new PortCheck(), "targetPort: http", "targetPort: web", "leads to port \"web\""),
        broken(new PortCheck(), "value: \"8080\"", "value: \"8081\"", "listens on 8081"),
        broken(
            new PortCheck(),
            "http://forum-service:8080",
            "http://forum-service:80",
            "leads nowhere"),
        broken(new PortCheck(), "KAFKA_BOOTSTRAP_SERVERS: kafka:", "K: kafca:", "leads nowhere"),
        broken(new ProbeCheck(), "health/readiness", "health/ready", "readinessProbe asks"),
        broken(
            new HardeningCheck(),
            "readOnlyRootFilesystem: true",
            "readOnlyRootFilesystem: false",
            "may write"),
        broken(new HardeningCheck(), "runAsNonRoot: true", "runAsNonRoot: false", "root"),
        broken(new HardeningCheck(), ":local", "", "which version"),
        broken(new HardeningCheck(), "kind: ConfigMap", "kind: Secret", "is in the repository"),
        broken(
            new HardeningCheck(),
            "policyTypes:\n  - Ingress\n  - Egress",
            "policyTypes:\n  - Ingress",
            "open by default"),
        broken(new EnvironmentCheck(), "name: MONGODB_URI", "name: MONGO_URI", "does not read"),
        broken(
            new EnvironmentCheck(),
            "name: NOTIFICATION_URI",
            "name: TZ",
            "be given NOTIFICATION_URI"),
        broken(
            new EnvironmentCheck(), "JUXIAN_PUBLIC_URL:", "TZ:", "to be given JUXIAN_PUBLIC_URL"));
  }

  @ParameterizedTest(name = "{1} for {2}")
  @MethodSource("breakages")
  void isFound(Check check, String original, String broken, String complaint) {
    String sound = Kustomize.render("overlays/local");
    assertThat(sound).contains(original);
    assertThat(check.findings(Manifests.parse(sound))).isEmpty();

    String copy = sound.replaceFirst(quoted(original), Matcher.quoteReplacement(broken));

    assertThat(check.findings(Manifests.parse(copy)))
        .anySatisfy(finding -> assertThat(finding).contains(complaint));
  }

  @Test
  void anOpenDoorIsFound() {
    String sound = Kustomize.render("overlays/local");
    String rule =
        "from:\n    - podSelector:\n        matchLabels:\n          app.kubernetes.io/name: notification-service";
    assertThat(sound).contains(rule);

    String copy = sound.replace(rule, "from:\n    - podSelector: {}");

    assertThat(new Connections(Manifests.parse(sound)).allowed())
        .doesNotContain("forum-service -> mailpit:smtp");
    assertThat(
            new Connections(
                    Manifests.parse(
                        copy.replace(
                            "podSelector:\n    matchLabels:\n      app.kubernetes.io/name: notification-service",
                            "podSelector: {}")))
                .allowed())
        .contains("forum-service -> mailpit:smtp");
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private static Arguments broken(Check check, String original, String broken, String complaint) {
    return Arguments.of(check, original, broken, complaint);
  }
}
