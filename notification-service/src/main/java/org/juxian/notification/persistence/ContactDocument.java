package org.juxian.notification.persistence;

import org.jspecify.annotations.Nullable;
import org.juxian.notification.notice.Language;

/** A contact as it is stored; public for the driver's record codec. */
public record ContactDocument(Language language, @Nullable String phone, @Nullable String mail) {}
