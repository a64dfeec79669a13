package org.juxian.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A person at a browser of their own, who finds things by what is written on them. */
final class Visitor implements AutoCloseable {

  /** A busy machine with two cores may take this long for what takes a tenth of a second here. */
  private static final double PATIENCE_MILLIS = 60_000;

  private static final double GLANCE_MILLIS = 5_000;

  private final String name;
  private final URI home;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(String name, URI home, BrowserContext context) {
    this.name = name;
    this.home = home;
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(error -> complaints.add(error));
  }

  /** At a desk. */
  static Visitor atADesk(String name, Browser browser, URI home) {
    return at(name, browser, home, 1280, 800);
  }

  /** With a phone in the hand. */
  static Visitor withAPhone(String name, Browser browser, URI home) {
    return at(name, browser, home, 390, 844);
  }

  private static Visitor at(String name, Browser browser, URI home, int width, int height) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, height);
    return new Visitor(name, home, browser.newContext(options));
  }

  /** Signs in with the code that arrives at the address. */
  void signIn(String address, SandboxInbox inbox) {
    open("/sign-in");
    proveAddress("手机号或邮箱", address, inbox);
    press("登录");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /** Asks for a code and types it in, without sending it. */
  void proveAddress(String field, String address, SandboxInbox inbox) {
    fill(field, address);
    inbox.markRead(address);
    press("获取验证码");
    fill("验证码", inbox.awaitCode(address));
  }

  void open(String path) {
    page.navigate(home.resolve(path).toString());
  }

  /** Opens the page again and again, until it has a link to what other parts are still to tell. */
  void openUntilThereIs(String link, String path) {
    await("a link “" + link + "” on " + path)
        .pollInSameThread()
        .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
        .until(
            () -> {
              open(path);
              return appears(link(link));
            });
  }

  private static boolean appears(Locator locator) {
    try {
      locator.waitFor(new Locator.WaitForOptions().setTimeout(GLANCE_MILLIS));
      return true;
    } catch (TimeoutError _) {
      return false;
    }
  }

  void fill(String field, String text) {
    page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }

  void choose(String field, String option) {
    page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
  }

  /** The button in what is open in front, or else in the page itself. */
  void press(String button) {
    Locator.GetByRoleOptions named = new Locator.GetByRoleOptions().setName(button).setExact(true);
    front().getByRole(AriaRole.BUTTON, named).click();
  }

  void follow(String link) {
    link(link).click();
  }

  private Locator link(String link) {
    return front().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link)).first();
  }

  /** Answers the question that a new person is asked. */
  void introduce(String as) {
    fill("姓名", as);
    press("继续");
    page.waitForURL(url -> !url.contains("/welcome"));
  }

  /** Presses the button in the open dialog and waits until it is gone. */
  void confirm(String button) {
    press(button);
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  /** The row of a table that has the words in it. */
  Locator row(String words) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(words));
  }

  private Locator front() {
    return page.locator("dialog[open], main:not(:has(dialog[open]))");
  }

  Page page() {
    return page;
  }

  /** What the browser complained of since this was asked last. */
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  /** Keeps what the person sees in the folder. */
  void photograph(Path folder) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
