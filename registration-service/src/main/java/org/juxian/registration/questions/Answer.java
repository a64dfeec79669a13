package org.juxian.registration.questions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What somebody answered to one question. */
public sealed interface Answer {

  /** Free text, stripped. */
  record Words(String text) implements Answer {}

  /** The ids of the options chosen, in the form's order. */
  record Chosen(List<String> options) implements Answer {

    public Chosen {
      options = List.copyOf(options);
    }
  }

  /** A number. */
  record Figure(BigDecimal value) implements Answer {}

  /** A day. */
  record Day(LocalDate day) implements Answer {}

  /** A file that was brought before. */
  record Upload(String fileId) implements Answer {}

  /** Consent given, or refused. */
  record Consent(boolean given) implements Answer {}

  /** The words a condition compares: an option's id, or {@code true} and {@code false}. */
  default List<String> marks() {
    return switch (this) {
      case Chosen(var options) -> options;
      case Consent(boolean given) -> List.of(Boolean.toString(given));
      case Words _, Figure _, Day _, Upload _ -> List.of();
    };
  }
}
