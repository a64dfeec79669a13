package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.Api;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The authorization code flow, from the browser's cookie to revocation, over HTTP. */
class OidcFlowTest extends IdentityTest {

  @Autowired private PersonalData data;

  private OidcClient client() {
    return new OidcClient(api());
  }

  private SignedJWT verified(String token) throws Exception {
    JWKSet keys = JWKSet.parse(api().get("/oauth2/jwks").expect(200).text());
    SignedJWT jwt = SignedJWT.parse(token);
    RSAKey key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt;
  }

  @Test
  void a_browser_that_signed_in_brings_the_gateway_its_tokens() throws Exception {
    String phone = aPhone();
    String cookie = cookieFor(phone);
    Api.Answer sent = client().authorize(cookie, Map.of()).expect(302);
    assertThat(sent.header("Location")).startsWith(OidcClient.REDIRECT + "?");
    assertThat(sent.response().headers().allValues("Set-Cookie"))
        .noneMatch(made -> made.startsWith("JSESSIONID"));
    Map<String, String> answer = OidcClient.queryOf(sent.header("Location"));
    assertThat(answer).containsEntry("state", "the-state");

    JsonNode tokens = client().exchange(answer.get("code")).expect(200).json();
    assertThat(tokens.path("expires_in").asInt()).isBetween(290, 300);
    JWTClaimsSet access = verified(tokens.path("access_token").asString()).getJWTClaimsSet();
    assertThat(access.getIssuer()).isEqualTo(ISSUER);
    assertThat(access.getStringClaim("name")).isNotEmpty();
    assertThat(access.getStringClaim("lang")).isEqualTo("en");
    assertThat(access.getStringListClaim("grants")).isEmpty();
    JWTClaimsSet id = verified(tokens.path("id_token").asString()).getJWTClaimsSet();
    assertThat(id.getSubject()).isEqualTo(access.getSubject());
    assertThat(id.getStringClaim("nonce")).isEqualTo("the-nonce");
    assertThat(id.getAudience()).containsExactly("juxian-gateway");
    assertThat(id.getClaims()).doesNotContainKey("grants");

    JsonNode me =
        api()
            .with("Authorization", "Bearer " + tokens.path("access_token").asString())
            .get("/api/identity/me")
            .expect(200)
            .json();
    assertThat(me.path("personId").asString()).isEqualTo(access.getSubject());
    assertThat(me.path("phone").asString()).isEqualTo(phone);
  }

  @Test
  void a_refresh_shows_what_was_granted_meanwhile_and_ends_with_revocation() throws Exception {
    JsonNode tokens = client().exchange(client().code(cookieFor(aPhone()))).expect(200).json();
    String refresh = tokens.path("refresh_token").asString();
    String personId =
        SignedJWT.parse(tokens.path("access_token").asString()).getJWTClaimsSet().getSubject();
    administrator()
        .post("/api/identity/people/" + personId + "/grants", Map.of("role", "judge"))
        .expect(200);

    JsonNode again = client().refresh(refresh).expect(200).json();
    assertThat(again.path("refresh_token").asString()).isEqualTo(refresh);
    assertThat(
            verified(again.path("access_token").asString())
                .getJWTClaimsSet()
                .getStringListClaim("grants"))
        .containsExactly("judge");
    assertThat(verified(again.path("id_token").asString()).getJWTClaimsSet().getSubject())
        .isEqualTo(personId);

    administrator().delete("/api/identity/people/" + personId + "/grants/judge").expect(204);
    assertThat(
            verified(client().refresh(refresh).json().path("access_token").asString())
                .getJWTClaimsSet()
                .getStringListClaim("grants"))
        .isEmpty();

    client().revoke(refresh).expect(200);
    assertThat(client().refresh(refresh).expect(400).text()).contains("invalid_grant");
    client().revoke(refresh).expect(200);
    client().revoke("never-given").expect(200);
  }

  @Test
  void a_code_is_exchanged_once_and_used_twice_it_ends_what_it_gave() {
    String code = client().code(cookieFor(aPhone()));
    String refresh = client().exchange(code).expect(200).json().path("refresh_token").asString();
    assertThat(client().exchange(code).expect(400).text()).contains("invalid_grant");
    assertThat(client().refresh(refresh).expect(400).text()).contains("invalid_grant");
  }

  @Test
  void who_is_forgotten_leaves_no_client_that_acts_for_them() throws Exception {
    String phone = aPhone();
    JsonNode tokens = client().exchange(client().code(cookieFor(phone))).expect(200).json();
    String refresh = tokens.path("refresh_token").asString();
    data.erase(verified(tokens.path("access_token").asString()).getJWTClaimsSet().getSubject());
    assertThat(client().refresh(refresh).expect(400).text()).contains("invalid_grant");
  }

  @Test
  void pkce_is_checked() throws Exception {
    String verifier = "v".repeat(64);
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    Map<String, String> pkce = Map.of("code_challenge", challenge, "code_challenge_method", "S256");
    String cookie = cookieFor(aPhone());
    Map<String, String> exchange =
        Map.of("grant_type", "authorization_code", "redirect_uri", OidcClient.REDIRECT);
    String code = codeOf(client().authorize(cookie, pkce));
    client().token(plus(exchange, Map.of("code", code))).expect(400);
    code = codeOf(client().authorize(cookie, pkce));
    client()
        .token(plus(exchange, Map.of("code", code, "code_verifier", "w".repeat(64))))
        .expect(400);
    client().token(plus(exchange, Map.of("code", code, "code_verifier", verifier))).expect(200);
  }

  @Test
  void a_public_client_needs_pkce_and_gets_no_refresh_token() throws Exception {
    String cookie = cookieFor(aPhone());
    Map<String, String> request =
        Map.of("client_id", PUBLIC_CLIENT, "redirect_uri", "https://app.example.org/back");
    assertThat(
            OidcClient.queryOf(client().authorize(cookie, request).expect(302).header("Location")))
        .containsEntry("error", "invalid_request");
    String verifier = "v".repeat(64);
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    String code =
        codeOf(
            client()
                .authorize(
                    cookie,
                    plus(
                        request,
                        Map.of("code_challenge", challenge, "code_challenge_method", "S256"))));
    JsonNode tokens =
        client()
            .tokenWithoutSecret(
                plus(
                    request,
                    Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier)))
            .expect(200)
            .json();
    assertThat(tokens.has("access_token")).isTrue();
    assertThat(tokens.has("refresh_token")).isFalse();
  }

  @Test
  void who_is_not_signed_in_is_sent_to_the_sign_in_page() {
    assertThat(client().authorize("", Map.of()).expect(302).header("Location"))
        .isEqualTo(ISSUER + "/sign-in");
    assertThat(
            client().authorize("juxian-identity=made-up", Map.of()).expect(302).header("Location"))
        .isEqualTo(ISSUER + "/sign-in");
    Map<String, String> app =
        Map.of(
            "client_id",
            PUBLIC_CLIENT,
            "redirect_uri",
            "https://app.example.org/back",
            "code_challenge",
            "c".repeat(43),
            "code_challenge_method",
            "S256");
    String location = client().authorize("", app).expect(302).header("Location");
    assertThat(location).startsWith(ISSUER + "/sign-in?return=");
    assertThat(OidcClient.queryOf(location).get("return"))
        .startsWith("/oauth2/authorize?")
        .contains("client_id=" + PUBLIC_CLIENT, "state=the-state");
    assertThat(
            OidcClient.queryOf(
                client().authorize("", Map.of("prompt", "none")).expect(302).header("Location")))
        .containsEntry("error", "login_required");
  }

  @Test
  void nobody_is_sent_to_an_address_that_is_not_the_clients() {
    String cookie = cookieFor(aPhone());
    for (Map<String, String> wrong :
        List.of(
            Map.of("redirect_uri", "https://evil.example.org/"),
            Map.of("redirect_uri", OidcClient.REDIRECT + "/more"),
            Map.of("client_id", "nobody"))) {
      Api.Answer answer = client().authorize(cookie, wrong).expectProblem(400, "bad-request");
      assertThat(answer.header("Location")).isNull();
    }
  }

  @Test
  void a_wrong_secret_is_refused() {
    String code = client().code(cookieFor(aPhone()));
    client()
        .tokenWithoutSecret(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                OidcClient.REDIRECT,
                "client_id",
                "juxian-gateway",
                "client_secret",
                "guessed"))
        .expect(401);
    client().exchange(code).expect(200);
  }

  @Test
  void nothing_that_is_sent_to_the_provider_makes_it_fail() {
    String cookie = cookieFor(aPhone());
    String form = "application/x-www-form-urlencoded";
    for (String query :
        List.of(
            "",
            "?",
            "?scope=%00",
            "?client_id=juxian-gateway&client_id=juxian-gateway&response_type=code",
            "?request_uri=urn:ietf:params:oauth:request_uri:x&client_id=juxian-gateway",
            "?response_type=token&client_id=juxian-gateway",
            "?response_type=code&client_id=juxian-gateway&redirect_uri=%ff%fe&scope=openid")) {
      for (Api caller : List.of(api(), api().with("Cookie", cookie))) {
        assertThat(caller.get("/oauth2/authorize" + query).status()).isLessThan(500);
        assertThat(
                caller
                    .with("Content-Type", form)
                    .post("/oauth2/authorize", query.replace("?", ""))
                    .status())
            .isLessThan(500);
      }
    }
    for (String body :
        List.of("", "a=b", "grant_type=", "grant_type=password", "grant_type=refresh_token")) {
      for (String basic : List.of("Basic", "Basic !!", "Basic Og==", "Basic YTpi", "Bearer x")) {
        Api caller = api().with("Content-Type", form).with("Authorization", basic);
        assertThat(caller.post("/oauth2/token", body).status()).isBetween(400, 499);
        assertThat(caller.post("/oauth2/revoke", body).status()).isBetween(400, 499);
      }
    }
    client().token(Map.of("grant_type", "refresh_token", "refresh_token", "x".repeat(9000)));
    assertThat(client().exchange("\u0000").status()).isBetween(400, 499);
  }

  @Test
  void the_metadata_names_what_is_there_and_nothing_else() {
    JsonNode metadata = api().get("/.well-known/openid-configuration").expect(200).json();
    assertThat(metadata.path("issuer").asString()).isEqualTo(ISSUER);
    assertThat(metadata.path("authorization_endpoint").asString())
        .isEqualTo(ISSUER + "/oauth2/authorize");
    assertThat(metadata.path("jwks_uri").asString()).isEqualTo(ISSUER + "/oauth2/jwks");
    assertThat(metadata.propertyNames())
        .doesNotContain("userinfo_endpoint", "end_session_endpoint", "introspection_endpoint");
    for (String closed : List.of("/userinfo", "/connect/logout", "/oauth2/introspect", "/login")) {
      api().get(closed).expect(404);
    }
    assertThat(api().get("/oauth2/jwks").expect(200).text()).doesNotContain("\"d\"");
  }

  private static String codeOf(Api.Answer sent) {
    return OidcClient.queryOf(sent.expect(302).header("Location")).get("code");
  }

  private static Map<String, String> plus(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }
}
