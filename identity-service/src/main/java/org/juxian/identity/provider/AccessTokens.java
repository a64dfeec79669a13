package org.juxian.identity.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Signs access tokens for programs that people let call the API in their name. */
@Component
public final class AccessTokens {

  /** How long one lasts; there is no refresh, one signs in again. */
  public static final Duration LASTS = Duration.ofMinutes(60);

  private static final String AUDIENCE = "juxian-api";

  private final JwtEncoder encoder;
  private final InstantSource clock;
  private final Ids ids;
  private final String issuer;

  AccessTokens(
      JwtEncoder encoder, InstantSource clock, Ids ids, @Value("${juxian.issuer}") String issuer) {
    this.encoder = encoder;
    this.clock = clock;
    this.ids = ids;
    this.issuer = issuer;
  }

  /** A token with what the person may do now. */
  public String sign(Person person) {
    Instant now = clock.instant();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .subject(person.id())
            .audience(List.of(AUDIENCE))
            .issuedAt(now)
            .notBefore(now)
            .expiresAt(now.plus(LASTS))
            .id(ids.next())
            .claims(all -> all.putAll(PersonClaims.of(person)))
            .build();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
