package org.juxian.registration.privacy;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.persistence.ConsentStore;
import org.springframework.stereotype.Service;

/** The ledger of consents: entries are only added, and the last one about a purpose holds. */
@Service
public class Consents {

  private final ConsentStore ledger;
  private final InstantSource clock;

  Consents(ConsentStore ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What the person said last about a purpose. */
  public Optional<Consent> current(String personId, Purpose purpose) {
    return ledger.last(personId, purpose);
  }

  /** Everything the person ever said, by purpose and in order. */
  public List<Consent> all(String personId) {
    return ledger.all(personId);
  }

  /** Writes down what the person says; nothing, if they said so before of the same wording. */
  public Consent say(String personId, Purpose purpose, boolean given) {
    while (true) {
      Optional<Consent> last = ledger.last(personId, purpose);
      if (last.isPresent()
          && last.get().given() == given
          && last.get().textVersion() == purpose.version()) {
        return last.get();
      }
      Consent next =
          new Consent(
              personId,
              purpose,
              last.map(Consent::number).orElse(0) + 1,
              given,
              purpose.version(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      if (ledger.add(next)) {
        return next;
      }
    }
  }
}
