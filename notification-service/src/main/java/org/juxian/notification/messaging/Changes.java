package org.juxian.notification.messaging;

import java.util.List;
import java.util.Map;
import org.juxian.platform.values.Text;

/** Names what has changed about an event, as a list in words. */
final class Changes {

  private static final Text OTHER = new Text("活动信息", "details");
  private static final Map<String, Text> NAMES =
      Map.of(
          "time", new Text("时间", "time"),
          "venue", new Text("地点", "venue"),
          "agenda", new Text("议程", "agenda"),
          "tickets", new Text("票种", "tickets"),
          "details", OTHER);

  private Changes() {}

  static Text in(List<String> changes) {
    List<Text> names =
        changes.stream().map(change -> NAMES.getOrDefault(change, OTHER)).distinct().toList();
    if (names.isEmpty()) {
      return OTHER;
    }
    return new Text(
        String.join("、", names.stream().map(Text::zh).toList()),
        String.join(", ", names.stream().map(Text::en).toList()));
  }
}
