package org.juxian.identity.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an organisation is in the alliance. */
public enum OrganisationKind {
  COMPANY,
  INDUSTRIAL_CARRIER,
  TECHNOLOGY_PLATFORM,
  BUSINESS_ASSOCIATION,
  COLLEGE_OR_SCHOOL,
  GOVERNMENT_BODY;

  /** The name on the wire, such as {@code college-or-school}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<OrganisationKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
