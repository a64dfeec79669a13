package org.juxian.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What messages, tickets and calendars link to is a page of the web app. */
class LinksTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("publicUrl \\+ \"(/[^\"]*)\"");
  private static final Pattern PAGE = Pattern.compile("<Route path=\"(/[^\":*]*)(:\\w+)?\"");

  @Test
  void every_link_that_a_service_writes_leads_to_a_page() throws IOException {
    Set<String> pages = found(PAGE, List.of(ROOT.resolve("web/src/app/App.tsx")));
    assertThat(pages).contains("/tickets", "/tickets/").doesNotContain("/registrations/");
    Set<String> links = found(LINK, services());
    links.removeIf(link -> link.startsWith("/login/oauth2/"));
    assertThat(links).contains("/tickets/");
    assertThat(pages).containsAll(links);
  }

  private static List<Path> services() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(module -> module.toString().endsWith("-service"))
          .flatMap(module -> sources(module.resolve("src/main/java")))
          .toList();
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> found(Pattern what, List<Path> in) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : in) {
      found.addAll(
          what.matcher(Files.readString(file))
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet()));
    }
    return found;
  }
}
