package org.juxian.identity.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.platform.values.SearchTerms;

/**
 * A person as stored.
 *
 * @param addresses one unique index over all of them keeps an address from having two owners
 * @param terms what the person is found by
 */
public record PersonDocument(
    @Nullable String name,
    List<String> addresses,
    String language,
    List<String> grants,
    List<String> terms) {

  static PersonDocument of(Person person) {
    return new PersonDocument(
        person.givenName(),
        person.addresses().stream().map(Address::value).toList(),
        person.language().code(),
        person.grants().stream().map(Grant::code).toList(),
        terms(person));
  }

  Person person(String id) {
    return new Person(
        id,
        name,
        addresses.stream().map(Address::new).toList(),
        Language.of(language),
        grants.stream().map(Grant::of).toList());
  }

  private static List<String> terms(Person person) {
    List<String> texts = new ArrayList<>();
    texts.add(person.name());
    person.mail().ifPresent(texts::add);
    person.phone().ifPresent(phone -> texts.add(phone.substring(phone.length() - 4)));
    return SearchTerms.of(texts.toArray(String[]::new));
  }
}
