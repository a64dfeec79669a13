package org.juxian.registration.delegation.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.juxian.registration.questions.Question;
import org.juxian.registration.questions.Question.Asks;

/** Reads in a cell what somebody means: an option by its words, yes and no, a day with slashes. */
final class CellWords {

  private static final Set<String> YES = Set.of("是", "同意", "yes", "y", "true", "1", "√");
  private static final Set<String> NO = Set.of("否", "不同意", "no", "n", "false", "0", "×");
  private static final Pattern BETWEEN = Pattern.compile("[;；、|]");
  private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

  private CellWords() {}

  /** The answer as it would be sent; the cell itself where it means nothing. */
  static Object read(Question question, String cell) {
    return switch (question.asks()) {
      case Asks.Choice choice when choice.many() -> several(choice, cell);
      case Asks.Choice choice -> option(choice, cell);
      case Asks.Consent() -> consent(cell);
      case Asks.Day _ -> day(cell);
      case Asks.Figure _ -> cell.replace(",", "").replace("，", "");
      case Asks.Words _, Asks.Upload _ -> cell;
    };
  }

  private static List<String> several(Asks.Choice choice, String cell) {
    return BETWEEN
        .splitAsStream(cell)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> option(choice, part))
        .toList();
  }

  private static String option(Asks.Choice choice, String cell) {
    String wanted = Head.plain(cell);
    Optional<String> id =
        choice.options().stream()
            .filter(
                option ->
                    wanted.equals(Head.plain(option.id()))
                        || wanted.equals(Head.plain(option.label().zh()))
                        || wanted.equals(Head.plain(option.label().en())))
            .map(Question.Option::id)
            .findFirst();
    return id.orElse(cell);
  }

  private static Object consent(String cell) {
    String word = Head.plain(cell);
    return YES.contains(word) ? "true" : NO.contains(word) ? "false" : cell;
  }

  private static String day(String cell) {
    Matcher day = DAY.matcher(cell);
    return day.matches() ? day.group(1) + "-" + two(day.group(2)) + "-" + two(day.group(3)) : cell;
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
