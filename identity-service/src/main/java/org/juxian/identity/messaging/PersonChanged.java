package org.juxian.identity.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code identity.person-changed.v1}: a person as they are now; {@code forgotten} is left out of
 * those who are not.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonChanged(
    String personId,
    String name,
    @Nullable String phone,
    @Nullable String mail,
    String language,
    List<String> grants,
    @Nullable Boolean forgotten) {}
