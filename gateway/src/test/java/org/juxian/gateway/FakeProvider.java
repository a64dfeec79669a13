package org.juxian.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID Connect provider, as far as the gateway needs one; lets each refresh token be used
 * once.
 */
final class FakeProvider {

  static final String SECRET = "shared with the provider";

  private static final String ISSUER = "http://localhost:8080";

  private final RSAKey key = newKey();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  final List<String> revoked = new CopyOnWriteArrayList<>();
  final AtomicInteger refreshes = new AtomicInteger();
  volatile Duration tokensLast = Duration.ofMinutes(5);
  volatile Duration answersAfter = Duration.ZERO;
  volatile List<String> grants = List.of("organiser@org1");
  volatile String audience = "juxian-gateway";

  FakeProvider(FakeService service) {
    service
        .on("/oauth2/jwks", (exchange, body) -> FakeService.json(exchange, 200, keys()))
        .on("/oauth2/token", this::token)
        .on("/oauth2/revoke", this::revoke)
        .on("/api/identity/sign-out", FakeProvider::signOut);
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** The person agrees: a code for the nonce of the authorization request. */
  String codeFor(String personId, String nonce) {
    String code = personId + "." + UUID.randomUUID();
    nonces.put(code, nonce);
    return code;
  }

  private void token(HttpExchange exchange, String body) throws IOException {
    pause();
    Map<String, String> form = form(body);
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    ("juxian-gateway:" + SECRET.replace(' ', '+'))
                        .getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      FakeService.json(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    if ("authorization_code".equals(form.get("grant_type"))) {
      redeem(exchange, form);
    } else {
      refresh(exchange, form);
    }
  }

  private void redeem(HttpExchange exchange, Map<String, String> form) throws IOException {
    String nonce = nonces.remove(form.get("code"));
    if (nonce == null || !form.containsKey("code_verifier")) {
      FakeService.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String person = form.get("code").substring(0, form.get("code").indexOf('.'));
    FakeService.json(exchange, 200, tokens(person, nonce));
  }

  private void refresh(HttpExchange exchange, Map<String, String> form) throws IOException {
    refreshes.incrementAndGet();
    String person = refreshTokens.remove(form.get("refresh_token"));
    if (person == null) {
      FakeService.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      FakeService.json(exchange, 200, tokens(person, null));
    }
  }

  private String tokens(String person, String nonce) {
    String refresh = "refresh-" + UUID.randomUUID();
    refreshTokens.put(refresh, person);
    String idToken = nonce == null ? "" : ",\"id_token\":\"" + idToken(person, nonce) + "\"";
    return """
        {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","scope":"openid profile"%s}
        """
        .formatted(accessToken(person), tokensLast.toSeconds(), refresh, idToken);
  }

  String accessToken(String person) {
    return sign(
        claims(person)
            .claim("grants", grants)
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plus(tokensLast)))
            .build());
  }

  private String idToken(String person, String nonce) {
    return sign(
        claims(person)
            .audience(audience)
            .claim("nonce", nonce)
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build());
  }

  private static JWTClaimsSet.Builder claims(String person) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject(person)
        .issueTime(Date.from(Instant.now()))
        .claim("name", "李 " + person)
        .claim("lang", "en");
  }

  private String sign(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void revoke(HttpExchange exchange, String body) throws IOException {
    String token = form(body).get("token");
    refreshTokens.remove(token);
    revoked.add(token);
    exchange.sendResponseHeaders(200, -1);
  }

  private static void signOut(HttpExchange exchange, String body) throws IOException {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "juxian-identity=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    exchange.sendResponseHeaders(204, -1);
  }

  private void pause() {
    try {
      Thread.sleep(answersAfter);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : new ArrayList<>(List.of(body.split("&", -1)))) {
      String[] parts = pair.split("=", 2);
      form.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }
}
