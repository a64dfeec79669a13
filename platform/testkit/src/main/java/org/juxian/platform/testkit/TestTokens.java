package org.juxian.platform.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Tokens as identity-service signs them, and the address where a service finds the key: the same
 * way as in production.
 */
public final class TestTokens {

  static final String ISSUER = "http://localhost:8080";

  private static final RSAKey KEY = key();
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
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(personId)
            .claim("name", name)
            .claim("lang", "zh")
            .claim("grants", grants)
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(expiresAt))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(KEY));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The key that signs them, as a JWK: for the service whose own key it is to be. */
  public static String signingKey() {
    return KEY.toJSONString();
  }

  static String jwksUri() {
    return JWKS;
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String serveKeys() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
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
