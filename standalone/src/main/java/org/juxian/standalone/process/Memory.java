package org.juxian.standalone.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process takes of the machine's memory. */
public final class Memory {

  private Memory() {}

  /**
   * Resident set size in bytes: Linux's {@code VmRSS}, elsewhere what {@code ps} says; 0 if the
   * process is gone.
   *
   * @throws IOException if neither can be asked
   */
  public static long residentBytes(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (Files.isReadable(Path.of("/proc/self/status"))) {
      return Files.exists(status) ? 1024 * valueOf(Files.readString(status), "VmRSS:") : 0;
    }
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
    String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return answer.isEmpty() ? 0 : 1024 * Long.parseLong(answer);
  }

  private static long valueOf(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
