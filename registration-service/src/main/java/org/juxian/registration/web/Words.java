package org.juxian.registration.web;

import java.util.Locale;

/** How the names of enums are written in JSON: {@code EXHIBITOR_STAFF} as exhibitor-staff. */
final class Words {

  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
