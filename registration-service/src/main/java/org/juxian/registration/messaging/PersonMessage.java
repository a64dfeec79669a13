package org.juxian.registration.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our reading of {@code identity.person-changed.v1}. */
record PersonMessage(
    String personId,
    String name,
    @Nullable String phone,
    @Nullable String mail,
    @Nullable List<String> grants,
    @Nullable Boolean forgotten) {

  /** Whether they were forgotten there; a name alone says nothing. */
  boolean isForgotten() {
    return Boolean.TRUE.equals(forgotten);
  }
}
