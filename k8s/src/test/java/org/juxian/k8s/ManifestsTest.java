package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied to a cluster is valid and agrees with the services. */
class ManifestsTest {

  private static final String LOCAL = "overlays/local";
  private static final String PRODUCTION = "overlays/production";

  @ParameterizedTest
  @ValueSource(strings = {"base", LOCAL, PRODUCTION})
  void kubernetesAcceptsEveryObject(String folder) {
    assertNothingFound(new ModelCheck(), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", LOCAL, PRODUCTION})
  void whatOneObjectSaysOfAnotherIsSo(String folder) {
    assertNothingFound(new ReferenceCheck(), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, PRODUCTION})
  void portsAgreeAllTheWay(String folder) {
    assertNothingFound(new PortCheck(), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, PRODUCTION})
  void everyServiceIsWatched(String folder) {
    assertNothingFound(new ProbeCheck(), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, PRODUCTION})
  void noPodHasMoreRightsThanItNeeds(String folder) {
    assertNothingFound(new HardeningCheck(), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, PRODUCTION})
  void everyServiceIsGivenWhatItReads(String folder) {
    assertNothingFound(new EnvironmentCheck(), folder);
  }

  @Test
  void podsReachExactlyWhatTheyNeed() {
    Set<String> needed = new TreeSet<>();
    for (String backend : Repository.BACKENDS) {
      needed.add("gateway -> " + backend + ":http");
      needed.add(backend + " -> mongodb:mongodb");
      needed.add(backend + " -> kafka:kafka");
      if (!backend.equals("identity-service")) {
        needed.add(backend + " -> identity-service:http");
      }
    }
    needed.add("topics -> kafka:kafka");
    needed.add("notification-service -> mailpit:smtp");
    needed.add("notification-service -> sms-sandbox:smpp");

    assertThat(new Connections(rendered(LOCAL)).allowed()).isEqualTo(needed);
  }

  @Test
  void inProductionOnlyTheGatewayReachesTheServices() {
    assertThat(new Connections(rendered(PRODUCTION)).allowed())
        .allMatch(
            flow -> flow.startsWith("gateway -> ") || flow.endsWith(" -> identity-service:http"))
        .hasSize(11);
  }

  @Test
  void productionRunsTwoOfEachService() {
    assertThat(rendered(PRODUCTION).ofKind("HorizontalPodAutoscaler"))
        .hasSameSizeAs(Repository.SERVICES)
        .allMatch(scaler -> scaler.at("/spec/minReplicas").asInt() >= 2);
  }

  private static void assertNothingFound(Check check, String folder) {
    Manifests manifests = rendered(folder);
    assertThat(manifests.workloads()).hasSizeGreaterThanOrEqualTo(Repository.SERVICES.size());
    assertThat(check.findings(manifests)).isEmpty();
  }

  private static Manifests rendered(String folder) {
    return Manifests.parse(Kustomize.render(folder));
  }
}
