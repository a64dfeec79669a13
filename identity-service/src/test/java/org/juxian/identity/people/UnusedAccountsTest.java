package org.juxian.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juxian.identity.IdentityTest;
import org.juxian.identity.persistence.PersonStore;
import org.juxian.identity.persistence.UseStore;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.identity.signingin.BrowserSessions;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class UnusedAccountsTest extends IdentityTest {

  private static final Duration KEPT = Duration.ofDays(1095);
  private static final Duration WARNING = Duration.ofDays(30);

  @Autowired private UnusedAccounts.SignedIn signedIn;
  @Autowired private BrowserSessions sessions;
  @Autowired private PersonStore people;
  @Autowired private People everybody;
  @Autowired private UseStore uses;
  @Autowired private Entering entering;
  @Autowired private IdentityData data;
  @Autowired private PersonalData personal;
  private final Instant now = Instant.now();

  @Test
  void who_has_not_signed_in_for_three_years_is_forgotten() {
    Person unused = usedBefore(KEPT.plusDays(1));
    Person used = usedBefore(KEPT.minusDays(40));
    Person granted = usedBefore(KEPT.plusDays(1));
    everybody.change(granted.id(), one -> one.with(Grant.of("administrator")));
    Person signed = usedBefore(KEPT.plusDays(1));
    sessions.open(signed.id());
    Person unknown = everybody.at(new Address(aPhone()), Language.ZH);
    Person warned = usedBefore(KEPT.minusDays(10));
    try (MessageProbe probe = MessageProbe.on("juxian.identity")) {
      accounts(KEPT).tidy(now);
      accounts(KEPT).tidy(now);
      for (Person one : List.of(unused, warned)) {
        JsonNode told = heard(probe, one);
        Contracts.assertValid("identity.account-unused.v1", told);
        assertThat(Instant.parse(told.path("forgottenAt").asString()))
            .as("not the day that it is found")
            .isAfterOrEqualTo(now.plus(WARNING).truncatedTo(ChronoUnit.SECONDS));
      }
      assertThat(name(unused)).isNotEqualTo("-");
      assertThat(uses.use(warned.id(), now)).isTrue();
      assertThat(uses.warnedOf(warned.id())).as("it is used again").isEmpty();
      accounts(KEPT).tidy(now.plus(WARNING).plusSeconds(1));
      assertThat(probe.heardWithin(Duration.ofMillis(100)))
          .filteredOn(one -> one.type().equals("identity.account-unused.v1"))
          .filteredOn(one -> one.key().equals(unused.id()) || one.key().equals(warned.id()))
          .as("told once")
          .hasSize(2);
    }
    assertThat(name(unused)).isEqualTo("-");
    assertThat(people.findBy(unused.addresses().getFirst())).isEmpty();
    for (Person stays : new Person[] {used, granted, signed, unknown, warned}) {
      assertThat(people.findBy(stays.addresses().getFirst()).map(Person::id)).contains(stays.id());
    }
    assertThat(personal.export(used.id()).toString()).contains("lastSignIn");
  }

  @Test
  void kept_for_ever_nobody_is_forgotten() {
    Person unused = usedBefore(Duration.ofDays(9999));
    accounts(Duration.ZERO).tidy(now);
    assertThat(people.findBy(unused.addresses().getFirst())).isPresent();
  }

  @Test
  void who_signs_in_meanwhile_stays() {
    Person person = usedBefore(KEPT.plusDays(1));
    Address address = person.addresses().getFirst();
    assertThat(entering.by(address, Language.ZH)).isEqualTo(person);
    assertThat(uses.giveUp(person.id(), now.minus(KEPT), now)).isFalse();
    assertThat(people.findBy(address)).contains(person);
  }

  @Test
  void who_signs_in_to_an_account_that_was_given_up_is_a_newcomer() {
    Person person = usedBefore(KEPT.plusDays(1));
    Address address = person.addresses().getFirst();
    // and then the process died
    assertThat(uses.giveUp(person.id(), now.minus(KEPT), now)).as("not warned").isFalse();
    uses.warned(person.id(), now.minus(KEPT), now.minus(WARNING));
    assertThat(uses.giveUp(person.id(), now.minus(KEPT), now)).isTrue();
    Person newcomer = entering.by(address, Language.ZH);
    assertThat(newcomer.id()).isNotEqualTo(person.id());
    assertThat(name(person)).isEqualTo("-");
    accounts(KEPT).tidy(now);
    assertThat(entering.by(address, Language.ZH)).isEqualTo(newcomer);
  }

  /** What the mark prevents: whoever signs in has an account that is gone. */
  @Test
  void without_the_mark_somebody_signs_in_to_an_account_that_is_forgotten() {
    Person person = usedBefore(KEPT.plusDays(1));
    Address address = person.addresses().getFirst();
    String found = everybody.at(address, Language.ZH).id();
    data.erase(person.id());
    sessions.open(found);
    assertThat(name(people.find(found).orElseThrow().state())).isEqualTo("-");
    assertThat(uses.use(found, now)).as("with it they would have been told").isFalse();
  }

  private UnusedAccounts accounts(Duration kept) {
    return new UnusedAccounts(
        people, uses, signedIn, data, new UnusedAccounts.Periods(kept, WARNING));
  }

  private static JsonNode heard(MessageProbe probe, Person person) {
    return probe.await("identity.account-unused.v1", one -> one.key().equals(person.id())).data();
  }

  private Person usedBefore(Duration ago) {
    Person person = everybody.at(new Address(aPhone()), Language.ZH);
    assertThat(uses.use(person.id(), now.minus(ago))).isTrue();
    return person;
  }

  private String name(Person person) {
    return people.find(person.id()).orElseThrow().state().name();
  }
}
