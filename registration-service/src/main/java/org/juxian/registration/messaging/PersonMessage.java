package org.juxian.registration.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our reading of {@code identity.person-changed.v1}. */
record PersonMessage(
    String personId,
    String name,
    @Nullable String phone,
    @Nullable String mail,
    @Nullable List<String> grants) {

  /** Who was forgotten there has neither a name nor a number any more. */
  boolean isForgotten() {
    return name.equals("-") && phone == null;
  }
}
