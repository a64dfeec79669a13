package org.juxian.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.juxian.standalone.Platform;
import org.juxian.standalone.sandbox.Message;

/** A season in small: everybody does their part at a browser, on the platform as it really runs. */
@Order(1)
@ExtendWith(WholePlatform.class)
class SeasonJourneyTest {

  private static final Path PHOTOGRAPHS = Path.of("target/journeys");
  private static final double PATIENCE_MILLIS = 60_000;

  private static final String ALLIANCE = "岭湾区产业人才联盟";
  private static final String FAIR = "2027 届春季人才交流会";
  private static final String ORGANISER = "+8613900000001";
  private static final String DOOR_STAFF = "+8613900000002";
  private static final String PHONE = "+8613900000101";
  private static final String MAIL = "xiaolan@juxian.example";

  private static Chromium chromium;

  private final List<Visitor> people = new ArrayList<>();
  private Platform platform;
  private SandboxInbox inbox;

  @RegisterExtension
  final AfterTestExecutionCallback photographs =
      context -> {
        if (context.getExecutionException().isPresent()) {
          people.forEach(person -> person.photograph(PHOTOGRAPHS));
        }
      };

  @BeforeAll
  static void openBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    chromium = Chromium.start(System.getenv());
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open(Platform running) {
    platform = running;
    inbox = new SandboxInbox(running.inbox());
  }

  @AfterEach
  void close() {
    people.forEach(Visitor::close);
    inbox.close();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void organiserPublishesVisitorRegistersSmsAndMailArriveDoorStaffCheckIn() throws IOException {
    administratorGivesRoles();
    Visitor organiser = organiserPublishesAFair();

    Visitor visitor = visitorJoins();
    visitorRegisters(visitor);
    smsAndMailArrive();
    String code = scan(visitor);

    Visitor door = doorStaffAdmit(code);
    doorStaffTakeItBackAndAdmitWithoutANetwork(door, code);
    doorStaffRefuseTheSameTicket(door, code);
    everybodySeesThatTheVisitorIsIn(visitor, organiser);

    assertThat(people).allSatisfy(person -> assertThat(person.takeComplaints()).isEmpty());
  }

  private void administratorGivesRoles() {
    Visitor administrator = atADesk("administrator");
    administrator.signIn(platform.options().administrator(), inbox);
    administrator.introduce("管理员");
    administrator.open("/admin/organisations");
    administrator.press("添加单位");
    administrator.fill("单位名称 · 中文", ALLIANCE);
    administrator.fill("单位名称 · 英文", "Lingwan Industry and Talent Alliance");
    administrator.choose("类型", "行业协会");
    administrator.confirm("添加单位");
    assertThat(administrator.page().getByText(ALLIANCE)).isVisible();

    administrator.open("/admin/people");
    give(administrator, ORGANISER, "陈雅文", "主办方");
    give(administrator, DOOR_STAFF, "周立", "门岗");
  }

  private static void give(Visitor administrator, String phone, String name, String role) {
    administrator.press("添加人员");
    administrator.fill("手机号或邮箱", phone);
    administrator.fill("姓名", name);
    administrator.confirm("添加人员");
    administrator.press("为" + name + "授予角色");
    administrator.choose("角色", role);
    administrator.choose("所属单位", ALLIANCE);
    administrator.confirm("授予角色");
    Locator row = administrator.row(name);
    assertThat(row).containsText(role + " · " + ALLIANCE);
  }

  private Visitor organiserPublishesAFair() {
    Visitor organiser = atADesk("organiser");
    organiser.signIn(ORGANISER, inbox);
    organiser.open("/desk");
    organiser.follow("新建人才交流会");
    FairForm.fill(organiser, ALLIANCE, FAIR);
    organiser.press("保存草稿");
    Page page = organiser.page();
    assertThat(page.getByRole(AriaRole.HEADING, named(FAIR).setLevel(1))).isVisible();
    organiser.press("发布");
    organiser.confirm("发布");
    assertThat(page.getByRole(AriaRole.LINK, named("入场验票"))).isVisible();
    return organiser;
  }

  /** Signs in with a phone, says a name, and adds a mail address. */
  private Visitor visitorJoins() {
    Visitor visitor = Visitor.withAPhone("visitor", chromium.browser(), home());
    people.add(visitor);
    visitor.signIn(PHONE, inbox);
    visitor.introduce("李晓岚");
    visitor.open("/me");
    visitor.press("添加邮箱");
    visitor.proveAddress("邮箱", MAIL, inbox);
    visitor.confirm("确认");
    assertThat(visitor.page().getByText(MAIL)).isVisible();
    return visitor;
  }

  private static void visitorRegisters(Visitor visitor) {
    visitor.openUntilThereIs(FAIR, "/");
    Page page = visitor.page();
    page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("搜索活动")).fill("春季");
    visitor.follow(FAIR);
    visitor.follow("报名");
    visitor.press("确认报名");
    assertThat(ticketCode(visitor)).isVisible();
  }

  private void smsAndMailArrive() {
    Message sms = inbox.awaitMessage(PHONE, FAIR);
    Message mail = inbox.awaitMessage(MAIL, FAIR);
    assertThat(sms.channel()).isEqualTo("sms");
    assertThat(mail.channel()).isEqualTo("mail");
    Visitor reader = atADesk("reader");
    Page page = reader.page();
    page.navigate(inbox.page().toString());
    assertThat(page.locator(".sms").filter(having(FAIR))).containsText(PHONE);
    assertThat(page.locator("details").filter(having(MAIL)).first()).containsText(mail.subject());
  }

  private static String scan(Visitor visitor) throws IOException {
    return QrReader.read(ticketCode(visitor).screenshot());
  }

  private Visitor doorStaffAdmit(String code) {
    Visitor door = Visitor.withAPhone("door", chromium.browser(), home());
    people.add(door);
    door.signIn(DOOR_STAFF, inbox);
    door.open("/desk");
    door.follow(FAIR);
    present(door, code);
    assertThat(result(door)).containsText("李晓岚");
    assertThat(result(door)).containsText("请入场");
    assertThat(door.takeComplaints()).isEmpty();
    return door;
  }

  private static void doorStaffTakeItBackAndAdmitWithoutANetwork(Visitor door, String code) {
    door.press("撤销这次");
    door.confirm("撤销这次");
    assertThat(result(door)).containsText("已撤销");
    assertThat(door.takeComplaints()).isEmpty();
    assertThat(door.page().getByText("本机已可离线验票")).isVisible();
    door.page().context().setOffline(true);
    door.page().reload();
    assertThat(door.page().getByText(FAIR)).isVisible();
    present(door, code);
    assertThat(result(door)).containsText("请入场（离线）");
    door.page().reload();
    assertThat(door.page().getByText("1 次验票待上传")).isVisible();
    door.page().context().setOffline(false);
    assertThat(door.page().getByText("1 次验票待上传")).isHidden();
    assertThat(door.takeComplaints()).allSatisfy(told -> assertThat(told).contains("ERR_"));
  }

  private static void doorStaffRefuseTheSameTicket(Visitor door, String code) {
    present(door, code);
    assertThat(result(door)).containsText("已入过场");
    assertThat(result(door)).containsText(Pattern.compile("\\d{1,2}:\\d{2}.*已入场"));
    assertThat(door.takeComplaints()).singleElement().asString().contains("409");
  }

  private void everybodySeesThatTheVisitorIsIn(Visitor visitor, Visitor organiser) {
    visitor.page().reload();
    assertThat(visitor.page().getByText("已入场").first()).isVisible();
    organiser.follow("报名名单");
    assertThat(organiser.row("李晓岚")).containsText("已入场");
    organiser.follow("入场管理");
    assertThat(organiser.page().getByText("实时")).isVisible();
    assertThat(organiser.row("全场")).containsText(Pattern.compile("全场\\s*1\\s*1\\s*1"));
    assertThat(organiser.page().getByText("没有待处理的疑点")).isVisible();
  }

  /** The address that people open: signing in leads back there, and cookies belong to it. */
  private URI home() {
    return URI.create(platform.options().address());
  }

  private Visitor atADesk(String name) {
    Visitor visitor = Visitor.atADesk(name, chromium.browser(), home());
    people.add(visitor);
    return visitor;
  }

  private static void present(Visitor door, String code) {
    door.fill("票上的码", code);
    door.press("验票");
  }

  private static Locator result(Visitor door) {
    return door.page().getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName("验票结果"));
  }

  private static Locator ticketCode(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("入场二维码"));
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static Page.GetByRoleOptions named(String words) {
    return new Page.GetByRoleOptions().setName(words);
  }
}
