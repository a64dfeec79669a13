package org.juxian.identity.provider;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.juxian.identity.people.People;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Person;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What a token says of a person, read afresh for each token. Grants are in access tokens only: an
 * id token says who somebody is, not what they may do.
 */
@Component
final class PersonClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private final People people;

  PersonClaims(People people) {
    this.people = people;
  }

  /** Name, language and grants, as every service reads them. */
  static Map<String, Object> of(Person person) {
    Map<String, Object> claims = new LinkedHashMap<>(whois(person));
    claims.put("grants", person.grants().stream().map(Grant::code).toList());
    return claims;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    Optional<Person> found = people.find(context.getPrincipal().getName());
    Person person =
        found.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    boolean access = context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN);
    Map<String, Object> claims = access ? of(person) : whois(person);
    context.getClaims().claims(all -> all.putAll(claims));
    if (!access) {
      context
          .getClaims()
          .claims(
              all ->
                  all.computeIfPresent(
                      JwtClaimNames.EXP,
                      (name, ignored) ->
                          ((Instant) Objects.requireNonNull(all.get(JwtClaimNames.IAT)))
                              .plus(RegisteredClients.ACCESS_TOKEN_LASTS)));
    }
  }

  private static Map<String, Object> whois(Person person) {
    return Map.of("name", person.name(), "lang", person.language().code());
  }
}
