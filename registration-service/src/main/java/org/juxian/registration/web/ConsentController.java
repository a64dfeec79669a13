package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.values.Text;
import org.juxian.registration.privacy.Consent;
import org.juxian.registration.privacy.Consents;
import org.juxian.registration.privacy.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person allows, each purpose by itself, and all that they ever said about it. */
@RestController
@AllowedTo(signedIn = true)
class ConsentController {

  /** What the caller says about a purpose. */
  record ConsentRequest(@NotBlank @Size(max = 50) String purpose, @NotNull Boolean given) {}

  /**
   * A purpose and what holds.
   *
   * @param given absent where the person never said anything
   */
  record ConsentView(
      String purpose, Text text, int textVersion, @Nullable Boolean given, @Nullable Instant at) {}

  /** An entry of the ledger. */
  record EntryView(String purpose, int number, boolean given, int textVersion, Instant at) {}

  /** All purposes, and the ledger. */
  record ConsentsView(List<ConsentView> items, List<EntryView> ledger) {}

  private final Consents consents;

  ConsentController(Consents consents) {
    this.consents = consents;
  }

  @GetMapping("/api/registrations/consents")
  ConsentsView show(Caller caller) {
    return view(caller.personId());
  }

  /** Adds an entry to the ledger; nothing is ever taken out of it. */
  @PutMapping("/api/registrations/consents")
  ConsentsView say(@RequestBody @Valid ConsentRequest request, Caller caller) {
    Purpose purpose =
        Purpose.named(request.purpose()).orElseThrow(() -> Problem.invalid("purpose", "purpose"));
    consents.say(caller.personId(), purpose, request.given());
    return view(caller.personId());
  }

  private ConsentsView view(String personId) {
    return new ConsentsView(
        Arrays.stream(Purpose.values())
            .map(purpose -> view(purpose, consents.current(personId, purpose).orElse(null)))
            .toList(),
        consents.all(personId).stream()
            .map(
                one ->
                    new EntryView(
                        one.purpose().slug(),
                        one.number(),
                        one.given(),
                        one.textVersion(),
                        one.at()))
            .toList());
  }

  private static ConsentView view(Purpose purpose, @Nullable Consent said) {
    return new ConsentView(
        purpose.slug(),
        purpose.text(),
        purpose.version(),
        said == null ? null : (Boolean) said.given(),
        said == null ? null : said.at());
  }
}
