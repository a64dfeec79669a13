package org.juxian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  /** Types are checked with the tests, and those read contracts/, which is not in that stage. */
  @Test
  void bundlesTheWebAppFromItsOwnFolderAlone() {
    assertThat(FILE).contains("RUN npx vite build").doesNotContain("npm run build");

    Pattern outside = Pattern.compile("(?:from|import\\(?) *'((?:\\.\\./)+)");
    Path web = Repository.path("web");
    assertThat(Repository.files(web.resolve("src")))
        .filteredOn(file -> file.toString().matches(".*(?<!\\.test)\\.tsx?"))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(outside.matcher(Repository.text(file)).results())
                    .allMatch(
                        up -> file.getParent().resolve(up.group(1)).normalize().startsWith(web)));
  }

  /**
   * A JVM passes over a cache that does not suit it without a word, as it does where the building
   * machine's memory called for wide pointers. So the cache is made for a heap as a container has
   * it, and tried.
   */
  @Test
  void makesACacheOfClassesThatIsUsed() {
    assertThat(FILE)
        .containsPattern("java @jvm\\.options -Xmx\\d+m -XX:AOTCacheOutput=app\\.aot ")
        .containsPattern(
            "echo -XX:AOTCache=/app/app\\.aot >> jvm\\.options \\\\\\n"
                + " *&& java @jvm\\.options -XX:AOTMode=on .*-cp app\\.jar");
    assertThat(found("ENTRYPOINT (.*)")).contains("@jvm.options");
    assertThat(FILE).contains("-XX:ArchiveRelocationMode=0 ");
  }

  /** There is none while an image is built, and a service that starts waits for one. */
  @Test
  void waitsForNoBroker() {
    assertThat(FILE).contains("-Dspring.kafka.admin.operation-timeout=1s");
  }

  private static String found(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(FILE);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
