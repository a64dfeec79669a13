package org.juxian.identity.web;

import java.time.Duration;
import org.juxian.identity.people.AddressReader;
import org.juxian.identity.person.Address;
import org.juxian.identity.signingin.ProveAddress;
import org.juxian.platform.service.problem.Problem;

/** Words what signing in refuses. */
final class Refusals {

  private Refusals() {}

  /** The address that was written, or the problem that it is none. */
  static Address address(String written) {
    return AddressReader.read(written).orElseThrow(() -> Problem.invalid("address", "address"));
  }

  /** Goes on only where the code proved the address. */
  static void unlessProven(ProveAddress.Outcome outcome) {
    switch (outcome) {
      case ProveAddress.Outcome.TooMany(Duration wait) ->
          throw Problem.of(429, "too-many-tries").retryAfter(wait);
      case ProveAddress.Outcome.Tried(ProveAddress.Proof proof) -> {
        switch (proof) {
          case PROVEN -> {}
          case WRONG -> throw Problem.of(422, "code-wrong").field("code", "code-wrong");
          case LATE -> throw Problem.of(422, "code-expired").field("code", "code-expired");
        }
      }
    }
  }

  static Problem tooManyCodes(Duration wait) {
    return Problem.of(429, "too-many-codes").retryAfter(wait);
  }
}
