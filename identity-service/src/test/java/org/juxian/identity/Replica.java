package org.juxian.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A second process of the service, as far as its database can tell. */
public final class Replica implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Replica(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts one with the settings of {@link IdentityTest}, and some more. */
  public static Replica start(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--juxian.identity.gateway-secret=" + IdentityTest.GATEWAY_SECRET,
                "--juxian.identity.admin-address=" + IdentityTest.FIRST_ADMINISTRATOR));
    all.addAll(List.of(settings));
    return new Replica(
        SpringApplication.run(IdentityServiceApplication.class, all.toArray(String[]::new)));
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
