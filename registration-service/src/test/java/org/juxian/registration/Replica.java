package org.juxian.registration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.registering.WaitingLine;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
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
    Map<String, String> all = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(
                "server.port=0", ServiceTest.SETTLE, ServiceTest.SETTLE_FOR, ServiceTest.WAIT),
            Arrays.stream(arguments))
        .forEach(one -> all.put(one.substring(0, one.indexOf('=')), "--" + one));
    context = new SpringApplicationBuilder(sources).run(all.values().toArray(String[]::new));
  }

  /** On the same database as the one that all tests share, and shared like it. */
  static Replica second() {
    return Second.REPLICA;
  }

  /**
   * Shared by all tests, on a database whose unique indexes are not unique. It is silent when a
   * person asks what is kept of them: the answer would be of an empty database.
   */
  static Replica unguarded() {
    return Unguarded.ONE;
  }

  /** One more of the same. */
  static Replica otherUnguarded() {
    return Unguarded.OTHER;
  }

  /** Started when first asked for, closed with the JVM. */
  private static final class Second {
    private static final Replica REPLICA = new Replica();
  }

  private static final class Unguarded {
    private static final Replica ONE = start();
    private static final Replica OTHER = start();

    private static Replica start() {
      return new Replica(
          new Class<?>[] {RegistrationServiceApplication.class, Silent.class},
          "juxian.registration.guards-hold=false",
          "juxian.database=juxian_registration_unguarded",
          "spring.application.name=registration-unguarded");
    }
  }

  /** On a database of its own, where people who wait are passed and nobody sees to them. */
  static Replica heedless() {
    return new Replica(
        new Class<?>[] {RegistrationServiceApplication.class, Heedless.class},
        "juxian.registration.waiting-every=1h",
        "juxian.database=juxian_registration_heedless",
        "spring.application.name=registration-heedless");
  }

  /** Hears no request of a person about their data. */
  static class Silent implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
      registry.removeBeanDefinition("personalDataRequests");
    }
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
