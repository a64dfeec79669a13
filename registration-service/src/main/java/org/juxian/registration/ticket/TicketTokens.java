package org.juxian.registration.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Makes and reads the signed text in a ticket's QR code. The format is fixed in {@code
 * contracts/registration/ticket-token}: {@code JX1.} and the Base32 of 47 bytes and their Ed25519
 * signature (RFC 8032).
 */
public final class TicketTokens {

  private static final String PREFIX = "JX1.";
  private static final byte VERSION = 1;
  private static final byte[] CONTEXT = "juxian-ticket-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_ID_LENGTH = 4;
  private static final int ID_LENGTH = 16;
  private static final int PAYLOAD_LENGTH = 1 + KEY_ID_LENGTH + ID_LENGTH + ID_LENGTH + 2 + 4 + 4;
  private static final int SIGNATURE_LENGTH = 64;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final HexFormat HEX = HexFormat.of();

  private final TicketKey signing;
  private final CipherParameters secret;
  private final Map<String, PublicKey> trusted;

  /**
   * A key with which a device checks tickets by itself.
   *
   * @param id as it stands in the tokens
   * @param key the 32 bytes of RFC 8032
   * @param signing whether new tickets are signed with it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record CheckingKey(String id, byte[] key, boolean signing) {}

  TicketTokens(TicketKeyRing keys) {
    this.signing = keys.signing();
    this.secret = signing.secret();
    this.trusted = keys.trusted();
  }

  /** All keys whose tickets are good, by id. */
  public List<CheckingKey> checkingKeys() {
    return trusted.entrySet().stream()
        .map(
            key ->
                new CheckingKey(
                    key.getKey(), TicketKey.raw(key.getValue()), key.getKey().equals(signing.id())))
        .sorted(Comparator.comparing(CheckingKey::id))
        .toList();
  }

  /** The token of a ticket; the same each time. */
  public String sign(Ticket ticket) {
    ByteBuffer payload = ByteBuffer.allocate(PAYLOAD_LENGTH + SIGNATURE_LENGTH);
    payload.put(VERSION);
    payload.put(HEX.parseHex(signing.id()));
    payload.put(id(ticket.eventId()));
    payload.put(id(ticket.registrationId()));
    payload.putShort((short) ticket.revision());
    payload.putInt((int) ticket.validFrom().getEpochSecond());
    payload.putInt((int) ticket.validUntil().getEpochSecond());
    byte[] signature = signer(true, secret, payload.array()).generateSignature();
    return PREFIX + Base32.encode(payload.put(signature).array());
  }

  /** What a token says, if a key of ours has signed it; whether it is valid now is not asked. */
  public Optional<Ticket> read(String token) {
    return Optional.of(token)
        .filter(text -> text.startsWith(PREFIX))
        .flatMap(text -> Base32.decode(text.substring(PREFIX.length())))
        .filter(bytes -> bytes.length == PAYLOAD_LENGTH + SIGNATURE_LENGTH)
        .filter(this::isOurs)
        .map(TicketTokens::parse);
  }

  private boolean isOurs(byte[] token) {
    PublicKey key = trusted.get(HEX.formatHex(token, 1, 1 + KEY_ID_LENGTH));
    return token[0] == VERSION
        && key != null
        && signer(false, TicketKey.checking(key), token)
            .verifySignature(Arrays.copyOfRange(token, PAYLOAD_LENGTH, token.length));
  }

  private static Ticket parse(byte[] token) {
    ByteBuffer payload = ByteBuffer.wrap(token, 1 + KEY_ID_LENGTH, PAYLOAD_LENGTH);
    byte[] event = new byte[ID_LENGTH];
    byte[] registration = new byte[ID_LENGTH];
    payload.get(event).get(registration);
    return new Ticket(
        HEX.formatHex(event),
        HEX.formatHex(registration),
        Short.toUnsignedInt(payload.getShort()),
        seconds(payload),
        seconds(payload));
  }

  private static Instant seconds(ByteBuffer payload) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(payload.getInt()));
  }

  /** Has been given what is signed: the context and the payload that these bytes begin with. */
  private static Ed25519Signer signer(boolean signs, CipherParameters key, byte[] payload) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(signs, key);
    signer.update(CONTEXT, 0, CONTEXT.length);
    signer.update(payload, 0, PAYLOAD_LENGTH);
    return signer;
  }

  private static byte[] id(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id of 32 hexadecimal digits");
    }
    return HEX.parseHex(id);
  }
}
