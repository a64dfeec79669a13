package org.juxian.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code make} says where a tool is missing: one sentence, in the person's language. */
class ToolsTest {

  private static final Path SCRIPT =
      PlatformOptions.findHome().resolve("standalone/scripts/tools.sh");

  /** A search path with the one thing on it that the script itself needs. */
  @TempDir Path path;

  private record Said(int exitCode, String text) {}

  @ParameterizedTest
  @CsvSource({
    "need_jdk, zh_CN.UTF-8, 没有找到 JDK 25",
    "need_jdk, en_US.UTF-8, No JDK 25 was found",
    "need_maven, zh_CN.UTF-8, 没有找到 Maven",
    "need_maven, C, Maven was not found",
    "need_node, zh_CN.UTF-8, 没有找到 Node.js 20",
    "need_node, en_US.UTF-8, Node.js 20 or newer with npm was not found"
  })
  void saysInOneSentenceWhatIsMissing(String need, String language, String sentence)
      throws Exception {
    Said said = run("is_jdk_25() { return 1; }; " + need + "; echo went on", language);
    assertThat(said.text().lines()).singleElement().asString().startsWith(sentence);
    assertThat(said.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"v18.19.0, 1", "v20.11.1, 0", "v24.1.0, 0"})
  void takesNodeFromTwentyOn(String version, int exitCode) throws Exception {
    program("node", "echo " + version);
    program("npm", "");
    assertThat(run("need_node", "C").exitCode()).isEqualTo(exitCode);
  }

  @Test
  void takesNoOlderJdk() throws Exception {
    Path jdk = path.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    program("jdk/bin/javac", "echo javac 21.0.4");
    assertThat(run("is_jdk_25 " + jdk, "C").exitCode()).isEqualTo(1);
    program("jdk/bin/javac", "echo javac 25.0.1");
    assertThat(run("is_jdk_25 " + jdk, "C").exitCode()).isZero();
  }

  private void program(String name, String script) throws IOException {
    Path file = path.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Said run(String script, String language) throws IOException, InterruptedException {
    if (Files.notExists(path.resolve("sed"))) {
      Files.createSymbolicLink(path.resolve("sed"), Path.of("/usr/bin/sed"));
    }
    ProcessBuilder bash =
        new ProcessBuilder(List.of("/bin/bash", "-c", ". " + SCRIPT + "; " + script))
            .redirectErrorStream(true);
    bash.environment().clear();
    bash.environment().putAll(Map.of("PATH", path.toString(), "LANG", language, "HOME", "/"));
    Process process = bash.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }
}
