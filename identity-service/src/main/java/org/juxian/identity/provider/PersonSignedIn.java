package org.juxian.identity.provider;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A person whose browser showed a session that stands. */
public final class PersonSignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final String personId;

  public PersonSignedIn(String personId) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.personId = personId;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return List.of();
  }

  @Override
  public Object getPrincipal() {
    return personId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonSignedIn that && that.personId.equals(personId);
  }

  @Override
  public int hashCode() {
    return personId.hashCode();
  }
}
