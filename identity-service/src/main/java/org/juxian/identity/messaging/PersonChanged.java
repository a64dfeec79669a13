package org.juxian.identity.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code identity.person-changed.v1}: a person as they are now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonChanged(
    String personId,
    String name,
    @Nullable String phone,
    @Nullable String mail,
    String language,
    List<String> grants) {}
