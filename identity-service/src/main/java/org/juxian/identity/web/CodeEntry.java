package org.juxian.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An address and the code that reached it. */
record CodeEntry(
    @NotBlank @Size(max = 254) String address,
    @NotNull @Pattern(regexp = "\\d{6}", message = "code") String code) {

  /** Neither of them: it may end in a log. */
  @Override
  public String toString() {
    return "CodeEntry";
  }
}
