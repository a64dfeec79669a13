package org.juxian.registration.questions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.questions.Question.Asks;

/** Reads one question, by itself. */
final class QuestionReader {

  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,32}");
  private static final int LONGEST_LABEL = 500;
  private static final int LONGEST_HELP = 1000;
  private static final int LONGEST_TEXT = 4000;
  private static final int USUAL_LENGTH = 200;
  private static final int MOST_OPTIONS = 100;
  private static final int MOST_DECIMALS = 6;
  private static final int MOST_DIGITS = 18;

  private final String path;
  private final PlainQuestion written;
  private final List<Fault> faults;

  private QuestionReader(String path, PlainQuestion written, List<Fault> faults) {
    this.path = path;
    this.written = written;
    this.faults = faults;
  }

  /** The question; null if something about it is wrong, which is added to the faults. */
  static @Nullable Question read(String path, PlainQuestion written, List<Fault> faults) {
    int before = faults.size();
    QuestionReader reader = new QuestionReader(path, written, faults);
    String id = reader.id(written.id(), "id");
    Text label = reader.text(written.label(), "label", LONGEST_LABEL);
    Text help = written.help() == null ? null : reader.text(written.help(), "help", LONGEST_HELP);
    Asks asks = reader.asks();
    Question.Condition condition = reader.condition();
    return faults.size() > before || asks == null
        ? null
        : new Question(id, label, help, Boolean.TRUE.equals(written.required()), asks, condition);
  }

  private @Nullable Asks asks() {
    return switch (written.kind()) {
      case "text" ->
          new Asks.Words(between(written.maxLength(), USUAL_LENGTH, 1, LONGEST_TEXT, "maxLength"));
      case "choice" -> choice();
      case "number" -> figure();
      case "date" -> day();
      case "file" -> upload();
      case "consent" -> new Asks.Consent();
      case null, default -> {
        fault("kind", "question-kind");
        yield null;
      }
    };
  }

  private Asks choice() {
    List<PlainQuestion.PlainOption> options =
        Objects.requireNonNullElse(written.options(), List.of());
    if (options.isEmpty() || options.size() > MOST_OPTIONS) {
      fault("options", "range-count", 1, MOST_OPTIONS);
    }
    List<Question.Option> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < Math.min(options.size(), MOST_OPTIONS); i++) {
      String at = "options[" + i + "]";
      PlainQuestion.PlainOption option = options.get(i);
      if (option == null) {
        fault(at, "required");
        continue;
      }
      String id = id(option.id(), at + ".id");
      if (!ids.add(id)) {
        fault(at + ".id", "id-twice");
      }
      read.add(new Question.Option(id, text(option.label(), at + ".label", LONGEST_LABEL)));
    }
    boolean many = Boolean.TRUE.equals(written.many());
    int all = Math.max(1, read.size());
    return new Asks.Choice(read, many, many ? between(written.most(), all, 1, all, "most") : 1);
  }

  private Asks figure() {
    BigDecimal min = modest(written.min(), "min");
    BigDecimal max = modest(written.max(), "max");
    if (min != null && max != null && min.compareTo(max) > 0) {
      fault("max", "ends-before");
    }
    return new Asks.Figure(min, max, between(written.decimals(), 0, 0, MOST_DECIMALS, "decimals"));
  }

  private Asks day() {
    if (written.from() != null && written.to() != null && written.to().isBefore(written.from())) {
      fault("to", "ends-before");
    }
    return new Asks.Day(written.from(), written.to());
  }

  private Asks upload() {
    List<String> names = written.fileTypes();
    if (names == null || names.isEmpty()) {
      return new Asks.Upload(EnumSet.allOf(FileType.class));
    }
    Set<FileType> types = EnumSet.noneOf(FileType.class);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      var type = FileType.named(name == null ? "" : name);
      if (type.isEmpty()) {
        fault("fileTypes[" + i + "]", "file-type");
      }
      type.ifPresent(types::add);
    }
    return new Asks.Upload(types);
  }

  private Question.@Nullable Condition condition() {
    PlainQuestion.PlainCondition condition = written.shownIf();
    if (condition == null) {
      return null;
    }
    String other = id(condition.question(), "shownIf.question");
    List<String> anyOf = condition.anyOf();
    if (anyOf == null
        || anyOf.isEmpty()
        || anyOf.size() > MOST_OPTIONS
        || anyOf.stream().anyMatch(Objects::isNull)) {
      fault("shownIf.anyOf", "range-count", 1, MOST_OPTIONS);
      return null;
    }
    return new Question.Condition(other, new HashSet<>(anyOf));
  }

  private String id(@Nullable String given, String field) {
    if (given == null || !ID.matcher(given).matches()) {
      fault(field, "question-id");
      return "";
    }
    return given;
  }

  private Text text(@Nullable Text given, String field, int longest) {
    if (given == null) {
      fault(field, "required");
      return new Text("", "");
    }
    language(given.zh(), field + ".zh", longest);
    language(given.en(), field + ".en", longest);
    return given;
  }

  private void language(@Nullable String given, String field, int longest) {
    if (given == null || given.isBlank()) {
      fault(field, "required");
    } else if (given.length() > longest) {
      fault(field, "too-long", longest);
    }
  }

  private int between(@Nullable Integer given, int usual, int least, int most, String field) {
    if (given == null) {
      return usual;
    }
    if (given < least || given > most) {
      fault(field, "range", least, most);
    }
    return given;
  }

  private @Nullable BigDecimal modest(@Nullable BigDecimal given, String field) {
    if (given != null && !Answering.isModest(given, MOST_DIGITS)) {
      fault(field, "number-digits", MOST_DIGITS);
      return null;
    }
    return given;
  }

  private void fault(String field, String code, Object... arguments) {
    faults.add(Fault.of(path + "." + field, code, arguments));
  }
}
