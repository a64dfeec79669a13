package org.juxian.identity.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.juxian.identity.organisation.Organisation;
import org.juxian.identity.organisation.OrganisationKind;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.identity.person.Role;
import org.juxian.platform.messaging.MessageJson;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.values.Text;
import tools.jackson.databind.JsonNode;

/** What is told is what the contracts say. */
class ContractsTest {

  private static final String ASSOCIATION = "019eb101000175268b62000001010001";
  private static final Person LI =
      new Person(
          "019eb1020001754b8bbd000001020001",
          "李晓岚",
          List.of(new Address("+8613800000001"), new Address("li.xiaolan@example.org")),
          Language.ZH,
          List.of(new Grant(Role.ORGANISER, ASSOCIATION)));

  @Test
  void a_code_that_was_issued() {
    Outgoing message =
        Announcements.issued(
            "key",
            new Address("+8613800000001"),
            "204816",
            Language.ZH,
            Instant.parse("2026-11-24T01:35:00Z"));
    Contracts.assertProduces("identity.code-issued.v1", message.data());
    assertThat(message.topic()).isEqualTo("juxian.identity-codes");
    assertThat(message.data().toString()).doesNotContain("204816", "138");
  }

  @Test
  void a_person_who_changed() {
    Outgoing message = Announcements.changed(LI);
    Contracts.assertProduces("identity.person-changed.v1", message.data());
    assertThat(message.key()).isEqualTo(LI.id());
    assertThat(LI.called("-").isForgotten()).as("a name alone says nothing").isFalse();
    assertThat(LI.forgotten().isForgotten()).isTrue();
  }

  @Test
  void an_account_that_nobody_uses() {
    Outgoing message = Announcements.unused(LI.id(), Instant.parse("2026-12-24T01:00:00Z"));
    Contracts.assertProduces("identity.account-unused.v1", message.data());
  }

  @Test
  void a_newcomer_has_a_name_and_an_address_and_nothing_else() {
    for (String address : List.of("+8613800000001", "li.xiaolan@example.org")) {
      for (Language language : Language.values()) {
        Person newcomer = Person.newcomer(LI.id(), new Address(address), language);
        JsonNode data = MessageJson.mapper().valueToTree(Announcements.changed(newcomer).data());
        Contracts.assertValid("identity.person-changed.v1", data);
        assertThat(data.has("phone")).isEqualTo(address.startsWith("+"));
        assertThat(data.has("mail")).isNotEqualTo(address.startsWith("+"));
      }
    }
  }

  @Test
  void every_role_is_one_that_others_know() {
    for (Role role : Role.values()) {
      Person person = LI.with(new Grant(role, null));
      JsonNode data = MessageJson.mapper().valueToTree(Announcements.changed(person).data());
      Contracts.assertValid("identity.person-changed.v1", data);
      assertThat(Role.of(role.code())).contains(role);
      assertThat(role.code()).isEqualTo(role.code().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void an_organisation_that_changed() {
    Organisation organisation =
        new Organisation(
            ASSOCIATION,
            new Text("南海区产教融合促进会", "Nanhai Association for Industry and Education"),
            OrganisationKind.BUSINESS_ASSOCIATION,
            "91350100M000100Y43");
    Contracts.assertProduces(
        "identity.organisation-changed.v1", Announcements.changed(organisation).data());
  }

  @Test
  void every_kind_is_one_that_others_know() {
    for (OrganisationKind kind : OrganisationKind.values()) {
      Organisation organisation = new Organisation(ASSOCIATION, new Text("某", "One"), kind, null);
      JsonNode data = MessageJson.mapper().valueToTree(Announcements.changed(organisation).data());
      Contracts.assertValid("identity.organisation-changed.v1", data);
    }
  }
}
