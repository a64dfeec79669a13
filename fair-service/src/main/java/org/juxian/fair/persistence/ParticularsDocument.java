package org.juxian.fair.persistence;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.applying.Particulars;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.LicenceNumber;

/** What a company told when it applied, as it is stored. Public for the driver's record codec. */
public record ParticularsDocument(
    @BsonId String id,
    String fairId,
    String personId,
    String companyName,
    String licence,
    String contactName,
    @Nullable String contactPhone,
    @Nullable String wish,
    Instant createdAt) {

  static ParticularsDocument of(Particulars particulars) {
    Applicant applicant = particulars.applicant();
    return new ParticularsDocument(
        particulars.id(),
        particulars.fairId(),
        applicant.personId(),
        applicant.companyName(),
        applicant.licence().code(),
        particulars.contactName(),
        particulars.contactPhone(),
        particulars.wish(),
        particulars.createdAt());
  }

  Particulars particulars() {
    return new Particulars(
        id,
        fairId,
        new Applicant(personId, companyName, new LicenceNumber(licence)),
        contactName,
        contactPhone,
        wish,
        createdAt);
  }
}
