package org.juxian.registration.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The token against the published vectors. */
class TicketTokensTest {

  private static final Path VECTORS =
      Path.of("..", "contracts", "registration", "ticket-token", "vectors.json");

  @Test
  void the_published_tokens_are_made_and_read() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    TicketTokens tokens = tokens(vectors);
    assertThat(vectors.path("valid")).isNotEmpty();
    for (JsonNode vector : vectors.path("valid")) {
      Ticket ticket =
          new Ticket(
              vector.path("eventId").asString(),
              vector.path("registrationId").asString(),
              vector.path("revision").asInt(),
              Instant.parse(vector.path("validFrom").asString()),
              Instant.parse(vector.path("validUntil").asString()));
      String token = vector.path("token").asString();
      assertThat(tokens.read(token)).contains(ticket);
      assertThat(signedBy(vectors, vector.path("keyId").asString()).sign(ticket)).isEqualTo(token);
    }
  }

  @Test
  void the_published_keys_are_those_that_devices_get() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    assertThat(tokens(vectors).checkingKeys()).hasSize(2);
    for (TicketTokens.CheckingKey key : tokens(vectors).checkingKeys()) {
      JsonNode published = byId(vectors.path("keys"), "keyId", key.id());
      assertThat(HexFormat.of().formatHex(key.key()))
          .isEqualTo(published.path("publicKey").asString());
      assertThat(key.signing()).isEqualTo(published.path("signing").asBoolean());
      assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(key.key()))
          .isEqualTo(byId(vectors.path("jwks").path("keys"), "kid", key.id()).path("x").asString());
    }
  }

  @Test
  void a_device_without_a_network_decides_as_published() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    JsonNode revoked = vectors.path("offline").path("revoked");
    assertThat(vectors.path("offline").path("checks")).isNotEmpty();
    for (JsonNode check : vectors.path("offline").path("checks")) {
      Ticket ticket = tokens(vectors).read(check.path("token").asString()).orElseThrow();
      assertThat(admits(ticket, check, revoked))
          .as(check.path("why").asString())
          .isEqualTo(check.path("admits").asBoolean());
    }
  }

  @Test
  void what_is_published_as_invalid_is_refused() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    TicketTokens tokens = tokens(vectors);
    assertThat(vectors.path("invalid")).isNotEmpty();
    for (JsonNode vector : vectors.path("invalid")) {
      assertThat(tokens.read(vector.path("token").asString()))
          .as(vector.path("why").asString())
          .isEmpty();
    }
  }

  @Test
  void no_character_can_be_changed() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    TicketTokens tokens = tokens(vectors);
    String token = vectors.path("valid").path(0).path("token").asString();
    for (int i = 0; i < token.length(); i++) {
      String changed =
          token.substring(0, i) + (token.charAt(i) == 'Q' ? 'R' : 'Q') + token.substring(i + 1);
      assertThat(tokens.read(changed)).as("at %d", i).isEmpty();
    }
  }

  @Test
  void a_key_survives_being_written_and_read() {
    TicketKey key = TicketKey.make();
    TicketKey again = TicketKey.fromPem(key.toPem());
    assertThat(again.id()).isEqualTo(key.id());
    assertThat(again.publicKey()).isEqualTo(key.publicKey());
  }

  @Test
  void the_picture_is_small_enough_to_scan_from_a_phone() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    String token = vectors.path("valid").path(0).path("token").asString();
    assertThat(QrCode.modules(token).getWidth()).isLessThanOrEqualTo(49);
  }

  @Test
  void the_first_key_signs_and_the_others_are_trusted() {
    TicketKey before = TicketKey.make();
    TicketKey now = TicketKey.make();
    String publicPem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(before.publicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    TicketKeyRing ring = TicketKeyRing.fromPem(now.toPem() + publicPem + now.toPem());
    assertThat(ring.signing().id()).isEqualTo(now.id());
    assertThat(ring.trusted()).containsOnlyKeys(before.id(), now.id());
    assertThatThrownBy(() -> TicketKeyRing.fromPem(publicPem))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TicketKeyRing.fromPem("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As the page on the token says. */
  private static boolean admits(Ticket ticket, JsonNode check, JsonNode revoked) {
    Instant at = Instant.parse(check.path("at").asString());
    JsonNode entry = byId(revoked, "registrationId", ticket.registrationId());
    boolean isVoid =
        !entry.isMissingNode()
            && (entry.path("validRevision").isMissingNode()
                || ticket.revision() < entry.path("validRevision").asInt());
    return ticket.eventId().equals(check.path("eventId").asString())
        && !at.isBefore(ticket.validFrom())
        && at.isBefore(ticket.validUntil())
        && !isVoid;
  }

  private static JsonNode byId(JsonNode list, String field, String id) {
    for (JsonNode one : list) {
      if (one.path(field).asString().equals(id)) {
        return one;
      }
    }
    return MissingNode.getInstance();
  }

  private static TicketTokens tokens(JsonNode vectors) {
    StringBuilder pem = new StringBuilder();
    vectors.path("keys").forEach(key -> pem.append(key(key).toPem()));
    return new TicketTokens(TicketKeyRing.fromPem(pem.toString()));
  }

  private static TicketTokens signedBy(JsonNode vectors, String keyId) {
    return new TicketTokens(TicketKeyRing.of(key(byId(vectors.path("keys"), "keyId", keyId))));
  }

  private static TicketKey key(JsonNode key) {
    return TicketKey.fromSeed(HexFormat.of().parseHex(key.path("privateKey").asString()));
  }
}
