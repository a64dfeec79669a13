package org.juxian.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ins that have begun, each in a sealed cookie of its own for ten minutes, so that two tabs do
 * not disturb each other. Only the browser that began a sign-in can complete it.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String PURPOSE = "sign-in";
  private static final String RETURN = PendingSignIns.class.getName() + ".return";
  private static final String PATH = "/login/oauth2/code";
  private static final Duration LASTS = Duration.ofMinutes(10);

  /** What is sealed. */
  private record Pending(
      String state,
      String redirectUri,
      @Nullable String nonce,
      @Nullable String verifier,
      String returnTo,
      long begun) {}

  private final Sealer sealer;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ClientRegistration provider;
  private final boolean secure;

  PendingSignIns(
      Sealer sealer,
      JsonMapper json,
      InstantSource clock,
      ClientRegistration provider,
      boolean secure) {
    this.sealer = sealer;
    this.json = json;
    this.clock = clock;
    this.provider = provider;
    this.secure = secure;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest begun,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (begun == null) {
      return;
    }
    Pending pending =
        new Pending(
            begun.getState(),
            begun.getRedirectUri(),
            begun.getAttribute(OidcParameterNames.NONCE),
            begun.getAttribute(PkceParameterNames.CODE_VERIFIER),
            ReturnPaths.safe(request.getParameter("return")),
            clock.instant().getEpochSecond());
    String sealed = sealer.seal(PURPOSE, json.writeValueAsBytes(pending));
    add(response, name(begun.getState()), sealed, LASTS);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return find(request).map(this::form).orElse(null);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Optional<Pending> pending = find(request);
    pending.ifPresent(
        found -> {
          request.setAttribute(RETURN, found.returnTo());
          add(response, name(found.state()), "", Duration.ZERO);
        });
    return pending.map(this::form).orElse(null);
  }

  /** Where the person wanted to go who has just signed in. */
  static String returnPath(HttpServletRequest request) {
    return request.getAttribute(RETURN) instanceof String path ? path : ReturnPaths.HOME;
  }

  private Optional<Pending> find(HttpServletRequest request) {
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    Cookie[] cookies = request.getCookies();
    if (state == null || cookies == null) {
      return Optional.empty();
    }
    String name = name(state);
    return Stream.of(cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .flatMap(cookie -> sealer.open(PURPOSE, cookie.getValue()).stream())
        .flatMap(plain -> parse(plain).stream())
        .filter(pending -> pending.state().equals(state) && isFresh(pending))
        .findFirst();
  }

  private boolean isFresh(Pending pending) {
    return clock.instant().isBefore(Instant.ofEpochSecond(pending.begun()).plus(LASTS));
  }

  private Optional<Pending> parse(byte[] plain) {
    try {
      return Optional.of(json.readValue(plain, Pending.class));
    } catch (JacksonException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  private OAuth2AuthorizationRequest form(Pending pending) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, provider.getRegistrationId());
    if (pending.nonce() != null) {
      attributes.put(OidcParameterNames.NONCE, pending.nonce());
    }
    if (pending.verifier() != null) {
      attributes.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(provider.getProviderDetails().getAuthorizationUri())
        .clientId(provider.getClientId())
        .redirectUri(pending.redirectUri())
        .scopes(provider.getScopes())
        .state(pending.state())
        .attributes(attributes)
        .build();
  }

  private static String name(String state) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
      return SessionCookies.PENDING + "." + HexFormat.of().formatHex(Arrays.copyOf(hash, 6));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void add(HttpServletResponse response, String name, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path(PATH)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }
}
