package org.juxian.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that the browser is found where people have it, and that its absence is said in words. */
class ChromiumTest {

  @TempDir Path folder;

  @Test
  void isFoundOnThePath() throws IOException {
    Path program = Files.createFile(folder.resolve("chromium"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + folder))).isEqualTo(program);
  }

  @Test
  void whatIsNamedCountsMoreThanThePath() throws IOException {
    Path program = Files.createFile(folder.resolve("browser"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("JUXIAN_CHROMIUM", program.toString(), "PATH", folder.toString());
    assertThat(Chromium.find(environment)).isEqualTo(program);
  }

  @Test
  void itsAbsenceIsSaid() {
    Map<String, String> environment = Map.of("JUXIAN_CHROMIUM", folder + "/gone");
    assertThatThrownBy(() -> Chromium.find(environment))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("apt-get install chromium")
        .hasMessageContaining(folder + "/gone is none");
  }
}
