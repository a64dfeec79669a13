package org.juxian.platform.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens as identity-service signs them, and the address where a service finds the key: the same
 * way as in production.
 */
public final class TestTokens {

  static final String ISSUER = "http://localhost:8080";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final QuickKey KEY = QuickKey.named("test");
  private static final String JWKS = serveKeys();

  private TestTokens() {}

  /**
   * A token of a person.
   *
   * @param grants {@code role} or {@code role@organisationId}
   */
  public static String token(String personId, String name, List<String> grants) {
    return token(personId, name, grants, Instant.now().plusSeconds(3600));
  }

  /** A token that expires then. */
  public static String token(String personId, String name, List<String> grants, Instant expiresAt) {
    Map<String, Object> claims =
        Map.of(
            "iss", ISSUER,
            "sub", personId,
            "name", name,
            "lang", "zh",
            "grants", grants,
            "iat", Instant.now().getEpochSecond(),
            "exp", expiresAt.getEpochSecond());
    String said = part(Map.of("alg", "RS256", "kid", KEY.id())) + "." + part(claims);
    return said + "." + KEY.sign(said);
  }

  private static String part(Map<String, Object> content) {
    return Base64URL.encode(JSON.writeValueAsBytes(content)).toString();
  }

  /**
   * The keys of the service that signs tokens itself, as a JWK set: one of its own comes first, so
   * that it signs, and ours is accepted like it.
   */
  static String signingKeys() {
    return new JWKSet(List.of(Own.KEY, KEY.jwk())).toString(false);
  }

  /** Made only where it is asked for, since it takes a second. */
  private static final class Own {
    private static final RSAKey KEY = key();

    private static RSAKey key() {
      try {
        return new RSAKeyGenerator(2048).keyID("own").generate();
      } catch (JOSEException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  static String jwksUri() {
    return JWKS;
  }

  private static String serveKeys() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys = new JWKSet(KEY.jwk().toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/jwks",
          exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
