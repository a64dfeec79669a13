package org.juxian.registration.delegation.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.juxian.registration.questions.Answer;
import org.juxian.registration.questions.Answering;
import org.juxian.registration.questions.Form;

/** Reads a list of people below its head, each against the event's form. */
public final class RollReader {

  /** The most people on a list. */
  public static final int MOST = 500;

  private static final int LONGEST_NAME = 100;
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9][0-9]{9})");
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\uFFFD]");

  private final Form form;
  private final Head head;
  private final List<RowFault> faults = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, Integer> lineByPhone = new HashMap<>();

  private RollReader(Form form, Head head) {
    this.form = form;
    this.head = head;
  }

  /**
   * Reads a table.
   *
   * @param form what is asked; questions for files must have been left out
   */
  public static Reading read(List<Line> table, Form form) {
    List<Line> lines = table.stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Reading.failed(RowFault.ofLine(1, "list-empty"));
    }
    Head head = Head.of(lines.getFirst(), form);
    int rows = lines.size() - 1;
    if (rows == 0) {
      return Reading.failed(RowFault.ofLine(lines.getFirst().number(), "list-empty"));
    }
    if (rows > MOST) {
      return Reading.failed(RowFault.ofLine(lines.get(MOST + 1).number(), "list-too-long", MOST));
    }
    RollReader reader = new RollReader(form, head);
    reader.faults.addAll(head.faults());
    if (head.faults().isEmpty()) {
      lines.subList(1, lines.size()).forEach(reader::read);
    }
    return new Reading(rows, reader.members, head.headings(), reader.faults);
  }

  private void read(Line line) {
    int before = faults.size();
    for (int i = head.width(); i < line.cells().size(); i++) {
      if (!line.cell(i).isEmpty()) {
        faults.add(RowFault.ofLine(line.number(), "cells-too-many", head.width()));
        break;
      }
    }
    String name = name(line);
    String phone = phone(line);
    Map<String, Answer> answers = answers(line);
    if (faults.size() == before) {
      members.add(new Member(line.number(), name, phone, answers));
    }
  }

  private String name(Line line) {
    String name = head.cell(line, Head.NAME);
    if (name.isEmpty()) {
      fault(line, Head.NAME, "required");
    } else if (name.length() > LONGEST_NAME) {
      fault(line, Head.NAME, "too-long", LONGEST_NAME);
    } else if (ODD.matcher(name).find()) {
      fault(line, Head.NAME, "odd-characters");
    } else if (name.chars().noneMatch(Character::isLetter)) {
      fault(line, Head.NAME, "no-name");
    }
    return name;
  }

  private String phone(Line line) {
    String given = head.cell(line, Head.PHONE);
    if (given.isEmpty()) {
      fault(line, Head.PHONE, "required");
      return "";
    }
    Optional<String> phone = normal(given);
    if (phone.isEmpty()) {
      fault(line, Head.PHONE, "phone");
      return "";
    }
    Integer other = lineByPhone.putIfAbsent(phone.get(), line.number());
    if (other != null) {
      fault(line, Head.PHONE, "phone-in-line", other.toString());
    }
    return phone.get();
  }

  /** The number in E.164; empty if it is none. */
  public static Optional<String> normal(String given) {
    String digits =
        Normalizer.normalize(given, Normalizer.Form.NFKC).replaceAll("[\\s()\\-‐–—]", "");
    var mobile = CHINESE_MOBILE.matcher(digits);
    if (mobile.matches()) {
      return Optional.of("+86" + mobile.group(1));
    }
    return Optional.of(digits)
        .filter(number -> PHONE.matcher(number).matches() && !number.startsWith("+86"));
  }

  private Map<String, Answer> answers(Line line) {
    Map<String, Object> given = new HashMap<>();
    form.questions()
        .forEach(
            question -> {
              String cell = head.cell(line, question.id());
              if (!cell.isEmpty()) {
                given.put(question.id(), CellWords.read(question, cell));
              }
            });
    return switch (Answering.check(form, given, _ -> Optional.empty())) {
      case Answering.Outcome.Accepted(var answers) -> answers;
      case Answering.Outcome.Refused(var wrong) -> {
        wrong.forEach(
            one ->
                faults.add(
                    new RowFault(
                        line.number(),
                        head.heading(one.path()),
                        one.path(),
                        one.code(),
                        one.arguments())));
        yield Map.of();
      }
    };
  }

  private void fault(Line line, String field, String code, Object... arguments) {
    faults.add(RowFault.of(line.number(), head.heading(field), field, code, arguments));
  }
}
