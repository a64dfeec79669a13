package org.juxian.identity;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.juxian.platform.testkit.Api;

/** Does what the gateway does with the provider, and what a browser does on its behalf. */
public final class OidcClient {

  public static final String REDIRECT = IdentityTest.ISSUER + "/login/oauth2/code/juxian";

  private final Api api;

  public OidcClient(Api api) {
    this.api = api;
  }

  /** The browser's request for an authorization, with what is given added to it or replaced. */
  public Api.Answer authorize(String cookie, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("response_type", "code");
    all.put("client_id", "juxian-gateway");
    all.put("redirect_uri", REDIRECT);
    all.put("scope", "openid profile");
    all.put("state", "the-state");
    all.put("nonce", "the-nonce");
    all.putAll(parameters);
    Api browser = cookie.isEmpty() ? api : api.with("Cookie", cookie);
    return browser.with("Accept", "text/html").get("/oauth2/authorize?" + form(all));
  }

  /** The code in the address to which the browser is sent. */
  public String code(String cookie) {
    return queryOf(authorize(cookie, Map.of()).expect(302).header("Location")).get("code");
  }

  public Api.Answer exchange(String code) {
    return token(
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
  }

  public Api.Answer refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  public Api.Answer revoke(String token) {
    return gateway().post("/oauth2/revoke", form(Map.of("token", token)));
  }

  /** A request at the token endpoint, by the gateway. */
  public Api.Answer token(Map<String, String> parameters) {
    return gateway().post("/oauth2/token", form(parameters));
  }

  /** A request at the token endpoint, by a client without a secret. */
  public Api.Answer tokenWithoutSecret(Map<String, String> parameters) {
    return api.with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth2/token", form(parameters));
  }

  private Api gateway() {
    String both = "juxian-gateway:" + IdentityTest.GATEWAY_SECRET;
    String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    return api.with("Authorization", "Basic " + basic)
        .with("Content-Type", "application/x-www-form-urlencoded");
  }

  public static Map<String, String> queryOf(String location) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : URI.create(location).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
