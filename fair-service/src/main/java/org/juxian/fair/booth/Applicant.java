package org.juxian.fair.booth;

/**
 * A company that wants a booth, and who asks for it.
 *
 * @param personId who applied and is told what becomes of it
 * @param companyName as on its licence
 * @param licence which legal entity it is: the limit of booths counts by it
 */
public record Applicant(String personId, String companyName, LicenceNumber licence) {}
