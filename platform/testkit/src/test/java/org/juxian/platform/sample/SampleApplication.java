package org.juxian.platform.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Incoming;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Subscription;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.service.web.Versioned;
import org.juxian.platform.values.Text;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class SampleApplication {

  static final String TOPIC = "juxian.sample";
  static final String MADE = "sample.made.v1";

  /** Public, for the driver's record codec. */
  public record Thing(Text title, int size) {}

  record ThingRequest(@NotNull @Valid @Localized(max = 20) Text title, @Min(1) @Max(9) int size) {}

  record Made(String thingId, int size) {}

  /** Counts what it hears; fails on what {@link #failOn} names. */
  static final class Ear {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final Map<String, Integer> failOn = new ConcurrentHashMap<>();

    void hear(Incoming<Made> message) {
      String id = message.data().thingId();
      if (failOn.computeIfPresent(id, (key, left) -> left > 0 ? left - 1 : null) != null) {
        throw new IllegalStateException("cannot hear " + id);
      }
      heard.add(id);
    }
  }

  @Bean
  Ear ear() {
    return new Ear();
  }

  @Bean
  Subscription subscription(Ear ear) {
    return Subscription.to(TOPIC).on(MADE, Made.class, ear::hear);
  }

  @Bean
  AggregateCollection<Thing> things(Aggregates aggregates) {
    return aggregates.open("things", Thing.class);
  }

  @RestController
  static class ThingController {

    private final AggregateCollection<Thing> things;
    private final Ids ids;

    ThingController(AggregateCollection<Thing> things, Ids ids) {
      this.things = things;
      this.ids = ids;
    }

    @PostMapping("/api/things")
    @AllowedTo(roles = Roles.ORGANISER)
    ResponseEntity<Stored<Thing>> make(@RequestBody @Valid ThingRequest request, Caller caller) {
      String id = ids.next();
      Stored<Thing> made =
          things.insert(
              id,
              Change.telling(
                  new Thing(request.title(), request.size()),
                  new Outgoing(TOPIC, MADE, id, new Made(id, request.size()))),
              null);
      return Versioned.created("/api/things/" + id, made.version(), made);
    }

    @GetMapping("/api/things/{id}")
    @AllowedTo(anyone = true)
    ResponseEntity<Stored<Thing>> get(@PathVariable String id) {
      Stored<Thing> found = things.find(id).orElseThrow(Problem::notFound);
      return Versioned.ok(found.version(), found);
    }

    @PutMapping("/api/things/{id}")
    @AllowedTo(signedIn = true)
    ResponseEntity<Void> put(
        @PathVariable String id, @RequestBody @Valid ThingRequest request, IfMatch seen) {
      Stored<Thing> found = things.find(id).orElseThrow(Problem::notFound);
      Stored<Thing> before = new Stored<>(id, seen.version(), found.state());
      Written written =
          things.update(before, Change.silent(new Thing(request.title(), request.size())), null);
      if (written != Written.DONE) {
        throw Problem.of(412, "stale");
      }
      return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/things")
    @AllowedTo(anyone = true)
    Page<String> list(PageQuery page) {
      return new Page<>(List.of(), null);
    }

    @GetMapping("/api/forgotten")
    void forgotten() {}
  }
}
