package org.juxian.registration.transferring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.EventFixture;
import org.juxian.registration.ServiceTest;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.MeetingStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.registering.Gate;
import org.juxian.registration.registering.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.AopTestUtils;

/** Two who have the same address take one ticket, each having seen that it is offered. */
@ServiceTest
class AcceptTransferRaceTest {

  private static final String ADDRESS = "front.desk@example.org";

  @LocalServerPort private int port;
  @Autowired private RegistrationStore registrations;
  @Autowired private SuccessorHold holds;
  @Autowired private Gate gate;
  @Autowired private EventBook events;
  @Autowired private InstantSource clock;

  @Test
  void one_of_them_has_it_and_the_other_hears_that_it_is_gone() throws Exception {
    assertThat(told(true))
        .hasOnlyElementsOfTypes(Outcome.Done.class, Outcome.Refused.class)
        .filteredOn(Outcome.Done.class::isInstance)
        .hasSize(1);
  }

  @Test
  void without_the_guard_of_the_version_both_are_told_that_it_is_theirs() throws Exception {
    assertThat(told(false)).hasOnlyElementsOfType(Outcome.Done.class).hasSize(2);
  }

  private List<Outcome> told(boolean guarded) throws Exception {
    EventFixture fair = aFair().withPlaces(1).published(Api.at(port));
    Event event = events.find(fair.id).orElseThrow();
    String ticket = offered(fair);
    AcceptTransfer accepting =
        new AcceptTransfer(
            new MeetingStore(AopTestUtils.getUltimateTargetObject(registrations), guarded),
            holds,
            gate,
            clock);
    List<Callable<Outcome>> calls =
        List.of(
            () -> accepting.accept(ticket, event, somebody()),
            () -> accepting.accept(ticket, event, somebody()));
    List<Outcome> told = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Outcome> call : threads.invokeAll(calls)) {
        told.add(call.get());
      }
    }
    return told;
  }

  private String offered(EventFixture fair) {
    Api holder = Api.at(port).as(EventFixture.newId());
    String id = fair.registered(holder).path("id").asString();
    holder.put("/api/registrations/" + id + "/transfer", Map.of("to", ADDRESS)).expect(200);
    return id;
  }

  private static AcceptTransfer.Recipient somebody() {
    return new AcceptTransfer.Recipient(
        EventFixture.newId(), "何敏", Set.of(), null, List.of(ADDRESS));
  }
}
