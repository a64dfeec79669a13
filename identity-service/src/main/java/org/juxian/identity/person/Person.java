package org.juxian.identity.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param givenName as they want to be called; absent until they say so
 * @param addresses at least one, at most one phone and one mail; none is another person's
 * @param grants in the order of their codes, none twice
 */
public record Person(
    String id,
    @Nullable String givenName,
    List<Address> addresses,
    Language language,
    List<Grant> grants) {

  private static final String NOBODY = "-";
  private static final String NOWHERE = "@erased.example.org";

  public Person {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a person has an address");
    }
    addresses = List.copyOf(addresses);
    grants = grants.stream().distinct().sorted(Comparator.comparing(Grant::code)).toList();
  }

  /** Somebody of whom nothing is known but an address. */
  public static Person newcomer(String id, Address address, Language language) {
    return new Person(id, null, List.of(address), language, List.of());
  }

  /** What to call them; never empty. */
  public String name() {
    return givenName == null ? addresses.getFirst().nickname(language) : givenName;
  }

  public Optional<String> phone() {
    return reachedBy(Channel.SMS);
  }

  public Optional<String> mail() {
    return reachedBy(Channel.MAIL);
  }

  public boolean holds(Grant grant) {
    return grants.contains(grant);
  }

  public Person called(String name) {
    return new Person(id, name, addresses, language, grants);
  }

  public Person reading(Language other) {
    return new Person(id, givenName, addresses, other, grants);
  }

  /** The same with a second address, of the kind that is missing. */
  public Person alsoAt(Address address) {
    if (reachedBy(address.channel()).isPresent()) {
      throw new IllegalArgumentException("one address of each kind");
    }
    List<Address> all = new ArrayList<>(addresses);
    all.add(address);
    return new Person(id, givenName, all, language, grants);
  }

  public Person with(Grant grant) {
    List<Grant> more = new ArrayList<>(grants);
    more.add(grant);
    return new Person(id, givenName, addresses, language, more);
  }

  public Person without(Grant grant) {
    return new Person(
        id,
        givenName,
        addresses,
        language,
        grants.stream().filter(held -> !held.equals(grant)).toList());
  }

  /**
   * The account of somebody who was forgotten: it leads nowhere (RFC 2606), and nobody signs in.
   */
  public Person forgotten() {
    return new Person(id, NOBODY, List.of(new Address(id + NOWHERE)), language, List.of());
  }

  /** Whether it is such an account; a name alone says nothing. */
  public boolean isForgotten() {
    return addresses.equals(List.of(new Address(id + NOWHERE)));
  }

  private Optional<String> reachedBy(Channel channel) {
    return addresses.stream()
        .filter(address -> address.channel() == channel)
        .map(Address::value)
        .findFirst();
  }
}
