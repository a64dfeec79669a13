package org.juxian.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Somebody who is signed in. */
record Person(String id, String token) {

  static Person of(TokenMint mint, int number, List<String> grants) {
    String id = "%032x".formatted(0xbe4c_0000_0000_0000L + number);
    return new Person(id, mint.token(id, "陈一" + number, grants));
  }

  /** So many people without any role. */
  static List<Person> crowd(TokenMint mint, int size) {
    return IntStream.rangeClosed(1, size)
        .parallel()
        .mapToObj(number -> of(mint, number, List.of()))
        .toList();
  }
}
