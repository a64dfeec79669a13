package org.juxian.fair.booth;

/**
 * A company that wants a booth, and who asks for it.
 *
 * @param personId who applied and is told what becomes of it
 * @param companyName as on its licence
 * @param licence which legal entity it is: the limit of booths counts by it
 */
public record Applicant(String personId, String companyName, LicenceNumber licence) {

  /** What stands for somebody whom one should not find any more. */
  private static final String NOBODY = "-";

  /** The same company, and nobody who asks. */
  Applicant anonymous() {
    return new Applicant(NOBODY, companyName, licence);
  }
}
