package org.juxian.identity.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * That a client may act for a person, as stored. Codes and refresh tokens are there as hashes,
 * access and id tokens not at all: they speak for themselves.
 *
 * @param request what of the authorization request matters for its code: the redirect address,
 *     nonce and PKCE challenge
 * @param codeUsedAt when the code was exchanged; it never is again
 * @param expiresAt when nothing of it matters any longer
 */
public record KeptAuthorization(
    @BsonId String id,
    String clientId,
    String personId,
    List<String> scopes,
    Map<String, String> request,
    Secret code,
    @Nullable Instant codeUsedAt,
    @Nullable Secret refresh,
    Instant expiresAt) {

  /** A secret that the client was given. */
  public record Secret(String hash, Instant issuedAt, Instant expiresAt) {

    /** Of its value only the hash is kept. */
    public static Secret of(String value, Instant issuedAt, Instant expiresAt) {
      return new Secret(Hashes.of(value), issuedAt, expiresAt);
    }
  }
}
