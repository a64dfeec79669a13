package org.juxian.fair.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.applying.ApplyForBooth;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.LicenceNumber;
import org.juxian.platform.service.problem.Problem;

/**
 * A company's application for a booth.
 *
 * @param licenceNumber its unified social credit code
 * @param contactPhone E.164, or a mobile number of mainland China without its country code
 */
record ApplicationRequest(
    @NotBlank @Size(max = 200) String companyName,
    @NotBlank @Size(max = 40) String licenceNumber,
    @NotBlank @Size(max = 100) String contactName,
    @Nullable @Pattern(regexp = "(\\+[1-9]\\d{6,14}|1\\d{10})?", message = "phone")
        String contactPhone,
    @Nullable @Size(max = 1000) String wish) {

  /** The company, in the name of this person. */
  Applicant applicant(String personId) {
    LicenceNumber licence =
        LicenceNumber.parse(licenceNumber)
            .orElseThrow(() -> Problem.invalid("licenceNumber", "licence"));
    return new Applicant(personId, companyName.strip(), licence);
  }

  ApplyForBooth.Contact contact() {
    return new ApplyForBooth.Contact(contactName.strip(), phone(), textOrNothing(wish));
  }

  private @Nullable String phone() {
    String given = textOrNothing(contactPhone);
    return given == null || given.startsWith("+") ? given : "+86" + given;
  }

  private static @Nullable String textOrNothing(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
