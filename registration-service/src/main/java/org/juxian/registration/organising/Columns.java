package org.juxian.registration.organising;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.JsonTime;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.AnswerStore;
import org.juxian.registration.place.Team;
import org.juxian.registration.questions.Answer;
import org.juxian.registration.questions.Question;

/** Words one registration as a row of a table, in one language. */
final class Columns {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(JsonTime.ZONE);
  private static final List<Text> HEADINGS =
      List.of(
          new Text("票号", "Ticket"),
          new Text("姓名", "Name"),
          new Text("手机", "Phone"),
          new Text("状态", "Status"),
          new Text("票种", "Ticket type"),
          new Text("单位", "Organisation"),
          new Text("团队", "Team"),
          new Text("报名时间", "Registered"),
          new Text("签到时间", "Checked in"),
          new Text("取消时间", "Cancelled"));
  private static final Text VERSION = new Text("问卷版本", "Form version");
  private static final Map<String, Text> STATUSES =
      Map.of(
          "confirmed", new Text("已报名", "confirmed"),
          "checked-in", new Text("已签到", "checked in"),
          "cancelled", new Text("已取消", "cancelled"),
          "requested", new Text("待审核", "to be approved"),
          "waiting", new Text("候补", "waiting"),
          "offered", new Text("待确认", "offered"),
          "rejected", new Text("未通过", "not approved"),
          "offer-expired", new Text("已过期", "offer expired"));

  private final Event event;
  private final Asked asked;
  private final boolean chinese;

  Columns(Event event, Asked asked, Locale language) {
    this.event = event;
    this.asked = asked;
    this.chinese = !language.getLanguage().equals("en");
  }

  List<Object> headings() {
    List<Object> cells = new ArrayList<>(HEADINGS.stream().map(this::word).toList());
    asked.questions().forEach(question -> cells.add(word(question.label())));
    if (asked.several()) {
      cells.add(word(VERSION));
    }
    return cells;
  }

  List<Object> row(
      RosterRow row,
      @Nullable Person person,
      @Nullable Text organisation,
      AnswerStore.@Nullable Kept kept) {
    List<Object> cells = new ArrayList<>();
    cells.add(row.ticketNumber() == null ? "" : row.ticketNumber());
    cells.add(row.name());
    cells.add(person == null || person.phone() == null ? "" : person.phone());
    cells.add(word(STATUSES.getOrDefault(row.status(), new Text(row.status(), row.status()))));
    cells.add(
        event
            .ticketType(row.ticketTypeId())
            .map(TicketType::name)
            .map(this::word)
            .orElse(row.ticketTypeId()));
    cells.add(organisation == null ? "" : word(organisation));
    cells.add(team(row.team()));
    cells.add(time(row.createdAt()));
    cells.add(time(row.checkedInAt()));
    cells.add(time(row.cancelledAt()));
    for (Question question : asked.questions()) {
      Answer answer = kept == null ? null : kept.answers().get(question.id());
      cells.add(answer == null ? "" : answer(row, question, answer));
    }
    if (asked.several()) {
      cells.add(kept == null ? "" : kept.formVersion());
    }
    return cells;
  }

  private Object answer(RosterRow row, Question question, Answer answer) {
    return switch (answer) {
      case Answer.Words(String text) -> text;
      case Answer.Figure(var value) -> value;
      case Answer.Day(var day) -> day.toString();
      case Answer.Consent(boolean given) ->
          word(given ? new Text("是", "yes") : new Text("否", "no"));
      case Answer.Upload _ -> "/api/registrations/" + row.id() + "/files/" + question.id();
      case Answer.Chosen(var options) -> options(question, options);
    };
  }

  private String options(Question question, List<String> chosen) {
    return chosen.stream()
        .map(id -> word(asked.option(question, id)))
        .collect(Collectors.joining(chinese ? "；" : "; "));
  }

  private static String team(@Nullable Team team) {
    return team == null
        ? ""
        : team.members().stream()
            .map(member -> member.name() + " " + member.phone())
            .collect(Collectors.joining("; ", team.name() + ": ", ""));
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  private String word(Text text) {
    return chinese ? text.zh() : text.en();
  }
}
