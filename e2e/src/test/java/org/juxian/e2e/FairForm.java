package org.juxian.e2e;

import java.time.LocalDate;
import java.time.ZoneId;

/** What an organiser writes into the form for a new fair: in ten days, open for registration. */
final class FairForm {

  private FairForm() {}

  static void fill(Visitor organiser, String organisation, String title) {
    organiser.choose("主办单位", organisation);
    organiser.fill("标题 · 中文", title);
    organiser.fill("标题 · 英文", "Spring Talent Exchange 2027");
    organiser.fill("简介 · 中文", "企业与应届生面对面。");
    organiser.fill("简介 · 英文", "Companies and graduates meet.");
    organiser.fill("开始时间", at(10, 9));
    organiser.fill("结束时间", at(10, 17));
    organiser.fill("场馆名称 · 中文", "岭湾会展中心");
    organiser.fill("场馆名称 · 英文", "Lingwan Exhibition Centre");
    organiser.fill("详细地址 · 中文", "会展路 1 号");
    organiser.fill("详细地址 · 英文", "1 Exhibition Road");
    organiser.fill("展厅 1 名称 · 中文", "一号厅");
    organiser.fill("展厅 1 名称 · 英文", "Hall 1");
    organiser.fill("票种 1 名称 · 中文", "求职者");
    organiser.fill("票种 1 名称 · 英文", "Job seeker");
    organiser.fill("报名开始", at(-1, 9));
    organiser.fill("报名截止", at(9, 18));
  }

  /** As a field for date and time takes it. */
  private static String at(int days, int hour) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    return today.plusDays(days).atTime(hour, 0).toString();
  }
}
