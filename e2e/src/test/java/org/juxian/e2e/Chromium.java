package org.juxian.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium; Playwright is not to download one. */
final class Chromium implements AutoCloseable {

  private static final String VARIABLE = "JUXIAN_CHROMIUM";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Path ON_A_MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final double LAUNCH_LIMIT_MILLIS = 90_000;
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the browser that the environment names or has on its path, or says what to install. */
  static Chromium start(Map<String, String> environment) {
    Path program = find(environment);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program)
            .setArgs(FLAGS)
            .setTimeout(LAUNCH_LIMIT_MILLIS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  static Path find(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    Stream<Path> places =
        named.isBlank()
            ? Stream.concat(onPath(environment), Stream.of(ON_A_MAC))
            : Stream.of(Path.of(named));
    return places
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "Journeys need Chromium or Chrome: install one (Debian: apt-get install"
                        + " chromium fonts-noto-cjk), or set "
                        + VARIABLE
                        + " to its program"
                        + (named.isBlank() ? "." : "; " + named + " is none.")));
  }

  private static Stream<Path> onPath(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
