package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import tools.jackson.databind.JsonNode;

/** What a process knew, the next one knows. */
class RestartTest extends IdentityTest {

  @Test
  void sessions_codes_and_refresh_tokens_outlive_the_process_that_made_them() {
    String phone = aPhone();
    String waiting = aPhone();
    String cookie;
    String refresh;
    String authorizationCode;
    String code;
    try (Replica first = Replica.start()) {
      OidcClient client = new OidcClient(at(first.port()));
      cookie = cookieAt(first.port(), phone);
      refresh =
          client.exchange(client.code(cookie)).expect(200).json().path("refresh_token").asString();
      authorizationCode = client.code(cookie);
      code = codeFor(waiting);
    }
    try (Replica second = Replica.start()) {
      OidcClient client = new OidcClient(at(second.port()));
      client.refresh(refresh).expect(200);
      client.exchange(authorizationCode).expect(200);
      assertThat(client.code(cookie)).isNotEmpty();
      at(second.port())
          .post("/api/identity/tokens", Map.of("address", waiting, "code", code))
          .expect(200);
      client.revoke(refresh).expect(200);
    }
    new OidcClient(api()).refresh(refresh).expect(400);
  }

  @Test
  void the_first_administrator_is_one_after_every_start_but_is_not_appointed_again() {
    String phone = aPhone();
    try (Replica first = Replica.startAdministeredBy(phone)) {
      JsonNode me = meAt(first.port(), phone);
      assertThat(me.path("grants").get(0).path("role").asString()).isEqualTo("administrator");
    }
    String grants;
    try (Replica second = Replica.startAdministeredBy(phone)) {
      String id =
          administrator()
              .get("/api/identity/people?query=" + phone.substring(phone.length() - 4))
              .json()
              .path("items")
              .valueStream()
              .filter(one -> one.path("phone").asString("").equals(phone))
              .findFirst()
              .orElseThrow()
              .path("personId")
              .asString();
      grants = "/api/identity/people/" + id;
      assertThat(at(second.port()).as("x", "administrator").get(grants).json().path("grants"))
          .hasSize(1);
      administrator().delete(grants + "/grants/administrator").expect(204);
    }
    try (Replica third = Replica.startAdministeredBy(phone)) {
      assertThat(at(third.port()).as("x", "administrator").get(grants).json().path("grants"))
          .isEmpty();
    }
  }

  private String cookieAt(int port, String address) {
    return String.valueOf(
            at(port)
                .post("/api/identity/sign-in", Map.of("address", address, "code", codeFor(address)))
                .expect(204)
                .header("Set-Cookie"))
        .split(";", 2)[0];
  }

  private JsonNode meAt(int port, String address) {
    Api.Answer token =
        at(port)
            .post("/api/identity/tokens", Map.of("address", address, "code", codeFor(address)))
            .expect(200);
    return at(port)
        .with("Authorization", "Bearer " + token.json().path("accessToken").asString())
        .get("/api/identity/me")
        .expect(200)
        .json();
  }
}
