package org.juxian.event.web;

import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * The wish to call an event off.
 *
 * @param reason what people are told; absent if nothing
 */
public record CancelRequest(@Nullable @Localized(max = 500) Text reason) {}
