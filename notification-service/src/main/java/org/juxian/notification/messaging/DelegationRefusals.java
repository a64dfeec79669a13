package org.juxian.notification.messaging;

import java.util.Map;
import org.juxian.platform.values.Text;

/** Says why a school's list was refused. */
final class DelegationRefusals {

  private static final Text OTHER = new Text("不符合报名条件", "may not register");
  private static final Map<String, Text> WHY =
      Map.of(
          "full", new Text("名额已满", "no place was left"),
          "already-registered", new Text("此人已报名", "is registered already"),
          "not-open", new Text("不在报名时间内", "registration is not open"),
          "cancelled", new Text("活动已取消", "the event is cancelled"));

  private DelegationRefusals() {}

  static Text in(String why) {
    return WHY.getOrDefault(why, OTHER);
  }
}
