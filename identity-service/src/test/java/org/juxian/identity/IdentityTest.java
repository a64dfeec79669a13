package org.juxian.identity;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A running identity-service, and what people do with it. One context for all tests. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "juxian.identity.gateway-secret=" + IdentityTest.GATEWAY_SECRET,
      "juxian.identity.admin-address=" + IdentityTest.FIRST_ADMINISTRATOR,
      "juxian.identity.codes-per-caller-and-hour=60",
      "juxian.identity.wrong-tries-per-caller-and-hour=60",
      "juxian.identity.clients[0].id=" + IdentityTest.PUBLIC_CLIENT,
      "juxian.identity.clients[0].redirect-uris=https://app.example.org/back"
    })
public abstract class IdentityTest {

  public static final String GATEWAY_SECRET = "a-long-random-text-of-the-gateway";
  public static final String FIRST_ADMINISTRATOR = "13900000001";
  public static final String PUBLIC_CLIENT = "an-app";
  public static final String ISSUER = "http://localhost:8080";

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final AtomicInteger CALLERS = new AtomicInteger();

  @LocalServerPort protected int port;
  @Autowired protected ApplicationContext context;

  /** The service, called from a network address that nobody else has. */
  protected Api api() {
    return at(port);
  }

  protected static Api at(int port) {
    return Api.at(port).with("X-Forwarded-For", aCaller());
  }

  protected Api administrator() {
    return api().as("somebody", "administrator");
  }

  public static String aCaller() {
    int n = CALLERS.incrementAndGet();
    return "198.%d.%d.%d".formatted(18 + n / 65536 % 2, n / 256 % 256, n % 256);
  }

  /** A mobile number that nobody else has. */
  public static String aPhone() {
    return "+86138%08d".formatted(PEOPLE.incrementAndGet());
  }

  public static String aMail() {
    return "someone%d@example.org".formatted(PEOPLE.incrementAndGet());
  }

  /** Asks for a code and reads it from the message that goes out. */
  protected String codeFor(String address) {
    try (MessageProbe codes = MessageProbe.on("juxian.identity-codes")) {
      api().post("/api/identity/codes", Map.of("address", address)).expect(202);
      return codes
          .await(
              "identity.code-issued.v1",
              heard -> heard.data().path("address").asString().equals(address))
          .data()
          .path("code")
          .asString();
    }
  }

  /** The API, called with the access token of the owner of an address. */
  protected Api signedIn(String address) {
    return api().with("Authorization", "Bearer " + tokenFor(address));
  }

  protected String tokenFor(String address) {
    return api()
        .post("/api/identity/tokens", Map.of("address", address, "code", codeFor(address)))
        .expect(200)
        .json()
        .path("accessToken")
        .asString();
  }

  /** Signs a browser in; answers its cookie, {@code name=value}. */
  protected String cookieFor(String address) {
    String cookie =
        api()
            .post("/api/identity/sign-in", Map.of("address", address, "code", codeFor(address)))
            .expect(204)
            .header("Set-Cookie");
    return String.valueOf(cookie).split(";", 2)[0];
  }
}
