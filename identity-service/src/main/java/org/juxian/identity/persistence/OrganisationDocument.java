package org.juxian.identity.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.organisation.Organisation;
import org.juxian.identity.organisation.OrganisationKind;
import org.juxian.platform.values.SearchTerms;
import org.juxian.platform.values.Text;

/** An organisation as stored; {@code terms} is what it is found by. */
public record OrganisationDocument(
    Text name, String kind, @Nullable String licenceNumber, List<String> terms) {

  static OrganisationDocument of(Organisation organisation) {
    String licence = organisation.licenceNumber();
    return new OrganisationDocument(
        organisation.name(),
        organisation.kind().code(),
        licence,
        SearchTerms.of(
            organisation.name().zh(), organisation.name().en(), licence == null ? "" : licence));
  }

  Organisation organisation(String id) {
    return new Organisation(id, name, OrganisationKind.of(kind).orElseThrow(), licenceNumber);
  }
}
