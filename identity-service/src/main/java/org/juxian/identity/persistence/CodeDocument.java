package org.juxian.identity.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.code.AddressCodes;
import org.juxian.identity.code.LiveCode;

/**
 * The codes of an address as stored.
 *
 * @param hash of the code that lives, with {@code expiresAt} and {@code triesLeft}
 * @param forgetAt when nothing of it matters any longer
 */
public record CodeDocument(
    List<Instant> issuedAt,
    @Nullable String hash,
    @Nullable Instant expiresAt,
    int triesLeft,
    Instant forgetAt) {

  static CodeDocument of(AddressCodes codes, Instant forgetAt) {
    LiveCode live = codes.live();
    return live == null
        ? new CodeDocument(codes.issuedAt(), null, null, 0, forgetAt)
        : new CodeDocument(
            codes.issuedAt(), live.hash(), live.expiresAt(), live.triesLeft(), forgetAt);
  }

  AddressCodes codes() {
    return new AddressCodes(
        issuedAt,
        hash == null || expiresAt == null ? null : new LiveCode(hash, expiresAt, triesLeft));
  }
}
