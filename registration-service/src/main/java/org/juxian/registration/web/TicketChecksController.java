package org.juxian.registration.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.ticket.Revocations;
import org.juxian.registration.ticket.TicketTokens;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a device needs to check tickets without a network. */
@RestController
class TicketChecksController {

  private static final Duration KEYS_STAY = Duration.ofMinutes(5);

  /**
   * A key: 32 bytes of RFC 8032, in hexadecimal.
   *
   * @param signing whether new tickets are signed with it
   */
  record KeyView(String keyId, String publicKey, boolean signing) {}

  /** The same as a JSON Web Key (RFC 8037). */
  record Jwk(String kty, String crv, String x, String kid, String use, String alg) {}

  /** All keys whose tickets are good, in both forms. */
  record Keys(List<KeyView> items, List<Jwk> keys) {}

  /**
   * A part of the list.
   *
   * @param next for what there is more of right now; absent at the end
   * @param resume with which to ask the next time
   */
  record RevokedTickets(List<Revocations.Revoked> items, @Nullable String next, String resume) {}

  private final EventBook events;
  private final TicketTokens tokens;
  private final Revocations revocations;

  TicketChecksController(EventBook events, TicketTokens tokens, Revocations revocations) {
    this.events = events;
    this.tokens = tokens;
    this.revocations = revocations;
  }

  @GetMapping("/api/events/ticket-keys")
  @AllowedTo(anyone = true)
  ResponseEntity<Keys> keys() {
    List<TicketTokens.CheckingKey> keys = tokens.checkingKeys();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEYS_STAY).cachePublic())
        .body(
            new Keys(
                keys.stream()
                    .map(
                        key ->
                            new KeyView(
                                key.id(), HexFormat.of().formatHex(key.key()), key.signing()))
                    .toList(),
                keys.stream().map(TicketChecksController::jwk).toList()));
  }

  /** What came since {@code cursor}; the last minute comes again each time. */
  @GetMapping("/api/events/{id}/revoked-tickets")
  @AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
  RevokedTickets revoked(@PathVariable String id, PageQuery page, Caller caller) {
    Access.toDoor(caller, events.find(id).orElseThrow(Problem::notFound));
    Revocations.News news =
        revocations.since(
            id,
            page.after()
                .map(TicketChecksController::position)
                .orElseGet(Revocations.Position::start),
            page.limit());
    return new RevokedTickets(
        news.items(), news.more() ? cursor(news.last()) : null, cursor(news.resume()));
  }

  private static Jwk jwk(TicketTokens.CheckingKey key) {
    String x = Base64.getUrlEncoder().withoutPadding().encodeToString(key.key());
    return new Jwk("OKP", "Ed25519", x, key.id(), "sig", "EdDSA");
  }

  private static String cursor(Revocations.Position position) {
    String text = position.at().toEpochMilli() + "~" + position.registrationId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Revocations.Position position(String cursor) {
    int tilde = cursor.indexOf('~');
    try {
      return new Revocations.Position(
          Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, Math.max(0, tilde)))),
          cursor.substring(tilde + 1));
    } catch (NumberFormatException malformed) {
      throw Problem.of(400, "invalid").field("cursor", "cursor");
    }
  }
}
