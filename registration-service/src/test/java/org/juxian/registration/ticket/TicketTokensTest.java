package org.juxian.registration.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token against the published vectors. */
class TicketTokensTest {

  private static final Path VECTORS =
      Path.of("..", "contracts", "registration", "ticket-token", "vectors.json");

  @Test
  void the_published_tokens_are_made_and_read() throws IOException {
    JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS));
    TicketTokens tokens = tokens(vectors);
    assertThat(tokens.publicKeys())
        .containsOnlyKeys(vectors.path("keyId").asString())
        .containsValue(vectors.path("publicKey").asString());
    assertThat(vectors.path("valid")).isNotEmpty();
    for (JsonNode vector : vectors.path("valid")) {
      Ticket ticket =
          new Ticket(
              vector.path("eventId").asString(),
              vector.path("registrationId").asString(),
              vector.path("revision").asInt(),
              Instant.parse(vector.path("expiresAt").asString()));
      assertThat(tokens.sign(ticket)).isEqualTo(vector.path("token").asString());
      assertThat(tokens.read(vector.path("token").asString())).contains(ticket);
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

  private static TicketTokens tokens(JsonNode vectors) {
    return new TicketTokens(
        TicketKey.fromSeed(HexFormat.of().parseHex(vectors.path("privateKey").asString())));
  }
}
