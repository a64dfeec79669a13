package org.juxian.registration.messaging;

import org.juxian.platform.values.Text;

/** Our reading of {@code identity.organisation-changed.v1}. */
record OrganisationMessage(String organisationId, String kind, Text name) {}
