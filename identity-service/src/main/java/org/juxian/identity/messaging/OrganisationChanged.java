package org.juxian.identity.messaging;

import org.juxian.platform.values.Text;

/** {@code identity.organisation-changed.v1}: an organisation as it is now. */
record OrganisationChanged(String organisationId, String kind, Text name) {}
