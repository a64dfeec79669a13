package org.juxian.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.juxian.identity.people.Entering;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.identity.signingin.ProveAddress;
import org.springframework.stereotype.Component;

/** Lets in whoever shows the code that reached their address. */
@Component
class Door {

  private final ProveAddress proofs;
  private final Entering entering;
  private final CallerAddress callers;

  Door(ProveAddress proofs, Entering entering, CallerAddress callers) {
    this.proofs = proofs;
    this.entering = entering;
    this.callers = callers;
  }

  /** Whose address it is; a newcomer where it was nobody's. */
  Person enter(CodeEntry entry, Locale reader, HttpServletRequest request) {
    return entering.by(proven(entry, request), Language.of(reader));
  }

  /** The address, shown to be the caller's. */
  Address proven(CodeEntry entry, HttpServletRequest request) {
    Address address = Refusals.address(entry.address());
    Refusals.unlessProven(proofs.prove(address, entry.code(), caller(request)));
    return address;
  }

  /** From where a request came, as limits see it. */
  String caller(HttpServletRequest request) {
    return callers.of(request);
  }
}
