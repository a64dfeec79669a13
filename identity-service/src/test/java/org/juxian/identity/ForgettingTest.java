package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.identity.persistence.PersonStore;
import org.juxian.identity.person.Address;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.MessageProbe.Heard;
import org.springframework.beans.factory.annotation.Autowired;

class ForgettingTest extends IdentityTest {

  @Autowired private PersonStore people;

  @Test
  void who_is_forgotten_has_no_name_and_leaves_the_address_to_others() {
    String phone = aPhone();
    String person = signedIn(phone).get("/api/identity/me").json().path("personId").asString();
    try (MessageProbe probe = MessageProbe.on("juxian.privacy");
        MessageProbe told = MessageProbe.on("juxian.identity")) {
      String wish = person.substring(16) + person.substring(0, 16);
      ask("export", wish, person);
      Heard shown = probe.await("privacy.answered.v1", heard -> heard.key().equals(wish));
      Contracts.assertValid("privacy.answered.v1", shown.data());
      assertThat(shown.data().path("data").toString()).contains(phone);
      String other = person.substring(8) + person.substring(0, 8);
      ask("erasure", other, person);
      probe.await("privacy.answered.v1", heard -> heard.key().equals(other));
      Heard changed =
          told.await(
              "identity.person-changed.v1",
              heard ->
                  heard.key().equals(person) && heard.data().path("name").asString().equals("-"));
      assertThat(changed.data().has("phone")).isFalse();
      assertThat(changed.data().path("mail").asString()).endsWith("@erased.example.org");
      assertThat(changed.data().path("forgotten").asBoolean()).isTrue();
      Contracts.assertValid("identity.person-changed.v1", changed.data());
    }
    assertThat(people.findBy(new Address(phone))).isEmpty();
  }

  private static void ask(String what, String wish, String person) {
    MessageProbe.publish(
        "juxian.privacy",
        "privacy." + what + "-requested.v1",
        wish,
        1,
        Map.of("requestId", wish, "personId", person));
  }
}
