package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image of a service is built from what is here and runs as the manifests expect. */
class DockerfileTest {

  private static final String FILE = Repository.text("Dockerfile");
  private static final String DEPLOYMENT = Repository.text("k8s/base/service/deployment.yaml");

  @Test
  void buildsEveryService() {
    assertThat(List.of(found("--projects (\\S+)").split(",", -1)))
        .containsAll(Repository.SERVICES)
        .allMatch(module -> Repository.path(module).resolve("pom.xml").toFile().isFile());
  }

  @Test
  void runsAsTheUserAndOnThePortOfTheManifests() {
    assertThat(DEPLOYMENT)
        .contains("runAsUser: " + found("USER (\\d+):\\d+"))
        .contains("containerPort: " + found("SERVER_PORT=(\\d+)"));
  }

  @Test
  void fetchesNoSyntaxOfItsOwn() {
    assertThat(FILE).doesNotContain("# syntax=");
  }

  private static String found(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(FILE);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
