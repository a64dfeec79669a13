package org.juxian.registration;

import java.util.ArrayList;
import java.util.List;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.registering.WaitingLine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** One more process of the service, so to speak: a context of its own on the same servers. */
final class Replica implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Replica(String... arguments) {
    this(new Class<?>[] {RegistrationServiceApplication.class}, arguments);
  }

  private Replica(Class<?>[] sources, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--server.port=0"));
    for (String property : List.of(ServiceTest.SETTLE, ServiceTest.SETTLE_FOR, ServiceTest.WAIT)) {
      all.add("--" + property);
    }
    all.addAll(List.of(arguments));
    context = new SpringApplicationBuilder(sources).run(all.toArray(String[]::new));
  }

  /** On the same database as the others. */
  static Replica start() {
    return new Replica();
  }

  /** On a database whose unique indexes are not unique. */
  static Replica withoutGuards() {
    return new Replica(
        "--juxian.registration.guards-hold=false",
        "--juxian.database=juxian_registration_unguarded",
        "--spring.application.name=registration-unguarded");
  }

  /** On the same database as the others, but people who wait are passed here. */
  static Replica heedless() {
    return new Replica(new Class<?>[] {RegistrationServiceApplication.class, Heedless.class});
  }

  /** Nobody seems to wait. */
  static class Heedless {

    @Bean
    @Primary
    WaitingLine heedlessLine() {
      return new WaitingLine() {
        @Override
        public boolean leavesRoomFor(Event event, String typeId) {
          return true;
        }

        @Override
        public void released(Event event) {}
      };
    }
  }

  Api api() {
    return Api.at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
