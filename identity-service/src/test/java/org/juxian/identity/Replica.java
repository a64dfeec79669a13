package org.juxian.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A second process of the service, as far as its database can tell. */
public final class Replica implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Replica(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts one with the settings of {@link IdentityTest}. */
  public static Replica start() {
    return startAdministeredBy(IdentityTest.FIRST_ADMINISTRATOR);
  }

  /** The same with another first administrator. */
  public static Replica startAdministeredBy(String address) {
    return new Replica(
        SpringApplication.run(
            IdentityServiceApplication.class,
            "--server.port=0",
            "--juxian.identity.gateway-secret=" + IdentityTest.GATEWAY_SECRET,
            "--juxian.identity.admin-address=" + address));
  }

  public int port() {
    return Integer.parseInt(
        String.valueOf(context.getEnvironment().getProperty("local.server.port")));
  }

  @Override
  public void close() {
    context.close();
  }
}
