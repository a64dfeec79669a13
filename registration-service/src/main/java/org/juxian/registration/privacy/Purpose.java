package org.juxian.registration.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.juxian.platform.values.Text;

/**
 * What people may allow or not, each by itself. What is needed to take part in an event at all is
 * no matter of consent.
 */
public enum Purpose {
  CONTACT_SHARING(
      1, "将我的姓名和手机号提供给我主动联系的参展单位", "Give my name and phone to exhibitors whom I contact"),
  NEWS(1, "向我发送后续活动和招聘信息", "Send me news of further events and of vacancies"),
  PHOTOS(1, "在活动报道中使用有我的照片", "Use photographs that show me in reports of events"),
  STATISTICS(1, "将我的数据用于联盟的统计分析", "Use my data in the alliance's statistics");

  private final int version;
  private final String zh;
  private final String en;

  Purpose(int version, String zh, String en) {
    this.version = version;
    this.zh = zh;
    this.en = en;
  }

  /** The purpose with this name on the wire, such as {@code contact-sharing}. */
  public static Optional<Purpose> named(String slug) {
    return Arrays.stream(values()).filter(purpose -> purpose.slug().equals(slug)).findFirst();
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Which wording this is; one more with each change of the words. */
  public int version() {
    return version;
  }

  /** What is agreed to. */
  public Text text() {
    return new Text(zh, en);
  }
}
