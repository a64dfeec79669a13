package org.juxian.registration.ticket;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The key that signs tickets, and those whose tickets are good: the same, what will sign next, and
 * what signed before.
 *
 * @param trusted by key id
 */
record TicketKeyRing(TicketKey signing, Map<String, PublicKey> trusted) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----[^-]*-----END \\1 KEY-----");

  TicketKeyRing {
    trusted = Map.copyOf(trusted);
  }

  static TicketKeyRing of(TicketKey only) {
    return new TicketKeyRing(only, Map.of(only.id(), only.publicKey()));
  }

  /**
   * Reads keys in PEM, one after the other: the first is private and signs; the others, private or
   * public, are trusted.
   *
   * @throws IllegalArgumentException where that is not so
   */
  static TicketKeyRing fromPem(String pem) {
    List<String> blocks = BLOCK.matcher(pem).results().map(MatchResult::group).toList();
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("there is no ticket key in PEM");
    }
    TicketKey signing = TicketKey.fromPem(blocks.getFirst());
    Map<String, PublicKey> trusted = new TreeMap<>();
    for (String block : blocks) {
      PublicKey key =
          block.startsWith("-----BEGIN PUBLIC")
              ? TicketKey.publicFromPem(block)
              : TicketKey.fromPem(block).publicKey();
      PublicKey other = trusted.put(TicketKey.id(key), key);
      if (other != null && !other.equals(key)) {
        throw new IllegalArgumentException("two ticket keys have the same key id");
      }
    }
    return new TicketKeyRing(signing, trusted);
  }
}
