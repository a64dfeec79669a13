package org.juxian.registration.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.registration.EventFixture;
import org.juxian.registration.ServiceTest;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.persistence.OvertakenStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.place.Registration.Cancelled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.AopTestUtils;

/** A ticket is offered to somebody in the moment in which it is given back. */
@ServiceTest
class CancelWhileOfferedTest {

  @LocalServerPort private int port;
  @Autowired private RegistrationStore registrations;
  @Autowired private Numbers numbers;
  @Autowired private Occupancy occupancy;
  @Autowired private WaitingLine line;
  @Autowired private EventBook events;
  @Autowired private InstantSource clock;

  @Test
  void who_was_offered_it_hears_that_it_is_gone() {
    assertThat(told(true))
        .containsExactly("confirmed", "transfer-offered", "transfer-withdrawn", "cancelled");
  }

  @Test
  void without_the_guard_of_the_version_they_are_left_with_an_offer_of_nothing() {
    assertThat(told(false)).containsExactly("confirmed", "transfer-offered", "cancelled");
  }

  private List<String> told(boolean guarded) {
    EventFixture fair = aFair().withPlaces(1).published(Api.at(port));
    Api holder = Api.at(port).as(EventFixture.newId());
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      String id = fair.registered(holder).path("id").asString();
      Runnable offer =
          () ->
              holder
                  .put("/api/registrations/" + id + "/transfer", Map.of("to", "a@example.org"))
                  .expect(200);
      var _ =
          new CancelRegistration(
                  new OvertakenStore(
                      AopTestUtils.getUltimateTargetObject(registrations), offer, guarded),
                  numbers,
                  occupancy,
                  line,
                  clock)
              .cancel(id, events.find(fair.id).orElseThrow(), Cancelled.By.ORGANISER, null);
      probe.await("registration.cancelled.v1", one -> one.key().equals(id));
      return probe.heardWithin(Duration.ZERO).stream()
          .filter(one -> one.key().equals(id))
          .map(one -> one.type().replaceAll("registration\\.|\\.v1", ""))
          .toList();
    }
  }
}
