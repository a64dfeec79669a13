package org.juxian.registration.delegation.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.juxian.registration.questions.Form;
import org.juxian.registration.questions.Question;

/**
 * The first row of a list: which column is which. Columns are headed by a question's id or by its
 * words in either language; the order is free.
 *
 * @param columns the index of each field's column
 * @param headings how each field's column is headed
 * @param width how many columns there are
 */
record Head(
    Map<String, Integer> columns, Map<String, String> headings, int width, List<RowFault> faults) {

  static final String NAME = "name";
  static final String PHONE = "phone";

  private static final Set<String> NAMES = Set.of("name", "姓名", "名字", "full name");
  private static final Set<String> PHONES =
      Set.of("phone", "手机", "手机号", "手机号码", "电话", "mobile", "phone number");

  static Head of(Line line, Form form) {
    Head head =
        new Head(
            new LinkedHashMap<>(), new LinkedHashMap<>(), line.cells().size(), new ArrayList<>());
    for (int i = 0; i < line.cells().size(); i++) {
      head.add(line, i, form);
    }
    head.needs(line, NAME);
    head.needs(line, PHONE);
    return head;
  }

  private void add(Line line, int index, Form form) {
    String heading = line.cell(index);
    if (heading.isEmpty()) {
      return;
    }
    Optional<String> field = field(plain(heading), form);
    if (field.isEmpty()) {
      faults.add(RowFault.of(line.number(), heading, "", "column-unknown"));
    } else if (columns.putIfAbsent(field.get(), index) != null) {
      faults.add(RowFault.of(line.number(), heading, field.get(), "column-twice"));
    } else {
      headings.put(field.get(), heading);
    }
  }

  private void needs(Line line, String field) {
    if (!columns.containsKey(field)) {
      faults.add(RowFault.of(line.number(), "", field, "column-missing"));
    }
  }

  private static Optional<String> field(String heading, Form form) {
    if (NAMES.contains(heading)) {
      return Optional.of(NAME);
    }
    if (PHONES.contains(heading)) {
      return Optional.of(PHONE);
    }
    return form.questions().stream()
        .filter(
            question ->
                heading.equals(plain(question.id()))
                    || heading.equals(plain(question.label().zh()))
                    || heading.equals(plain(question.label().en())))
        .map(Question::id)
        .findFirst();
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  String cell(Line line, String field) {
    Integer index = columns.get(field);
    return index == null ? "" : line.cell(index);
  }

  String heading(String field) {
    return headings.getOrDefault(field, "");
  }
}
