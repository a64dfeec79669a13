package org.juxian.registration;

import org.juxian.platform.testkit.Api;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more process of the service, so to speak: a context of its own on the same servers. */
final class Replica implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Replica(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "--server.port=0";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    context = new SpringApplicationBuilder(RegistrationServiceApplication.class).run(all);
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

  Api api() {
    return Api.at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
