package org.juxian.registration.people;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person as identity-service knows them.
 *
 * @param phone E.164
 * @param mail in small letters
 */
public record Person(String id, String name, @Nullable String phone, @Nullable String mail) {

  /** Somebody of whom no mail address is known. */
  public Person(String id, String name, @Nullable String phone) {
    this(id, name, phone, null);
  }

  /** Where the person can be reached. */
  public List<String> addresses() {
    return Stream.of(phone, mail).filter(Objects::nonNull).map(String::valueOf).toList();
  }
}
