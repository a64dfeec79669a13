package org.juxian.gateway.session;

import java.util.List;

/**
 * Who is signed in, as {@code GET /api/session} tells.
 *
 * @param personId the token's {@code sub}
 * @param name may be empty
 * @param language {@code zh} or {@code en}
 * @param grants {@code role} or {@code role@organisationId}
 */
record SignedIn(String personId, String name, String language, List<String> grants) {

  SignedIn {
    grants = List.copyOf(grants);
  }
}
