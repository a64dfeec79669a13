package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TransferRules;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.transferring.AcceptTransfer;
import org.juxian.registration.transferring.OfferTicket;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person passes a ticket on to another, who wants it. */
@RestController
@AllowedTo(signedIn = true)
class TransferController {

  private static final String ADDRESS =
      "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}|[^@\\s]{1,64}@[^@\\s]{1,190}";

  /** To whom: a phone number, E.164 or a Chinese mobile number, or a mail address. */
  record OfferRequest(@NotNull @Pattern(regexp = ADDRESS, message = "phone-or-mail") String to) {

    String address() {
      return to.startsWith("1") && !to.contains("@") ? "+86" + to : to.toLowerCase(Locale.ROOT);
    }
  }

  /** The recipient's answers, where the organiser asks something. */
  record AcceptRequest(@Nullable Map<String, @Nullable Object> answers) {}

  /** To whom it is offered, while it is. */
  record OfferView(String to, Instant until) {}

  /** Whether it can be passed on, and whether it is offered. */
  record TransferView(boolean allowed, @Nullable OfferView offer) {}

  /** What somebody is offered. */
  record OfferedView(
      String registrationId,
      String fromName,
      String eventId,
      String kind,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      RegistrationViews.TypeName ticketType,
      Instant until) {}

  private final SeenRegistrations seen;
  private final OfferTicket offering;
  private final AcceptTransfer accepting;
  private final OfferedTickets offered;
  private final RegistrationViews views;

  TransferController(
      SeenRegistrations seen,
      OfferTicket offering,
      AcceptTransfer accepting,
      OfferedTickets offered,
      RegistrationViews views) {
    this.seen = seen;
    this.offering = offering;
    this.accepting = accepting;
    this.offered = offered;
    this.views = views;
  }

  @GetMapping("/api/registrations/{id}/transfer")
  TransferView show(@PathVariable String id, Caller caller) {
    SeenRegistrations.Seen own = seen.own(caller, id);
    return view(own.registration(), own.event());
  }

  /** Offers it to whoever has this address, and tells them; an offer before is over. */
  @PutMapping("/api/registrations/{id}/transfer")
  TransferView offer(
      @PathVariable String id,
      @RequestBody @Valid OfferRequest request,
      Caller caller,
      Locale language) {
    Event event = seen.own(caller, id).event();
    return view(
        done(offering.offer(id, event, caller.personId(), request.address(), language)), event);
  }

  /** Offers it to nobody any more. */
  @DeleteMapping("/api/registrations/{id}/transfer")
  TransferView withdraw(@PathVariable String id, Caller caller) {
    Event event = seen.own(caller, id).event();
    return view(done(offering.withdraw(id, event, caller.personId())), event);
  }

  /** What the caller is offered, by the addresses that they have proved. */
  @GetMapping("/api/registrations/transfers")
  List<OfferedView> mine(Caller caller) {
    return offered.to(caller).stream()
        .map(
            found ->
                view(
                    found.registration().booking(),
                    found.event(),
                    TransferRules.standing(found.registration(), Instant.now()).orElseThrow()))
        .toList();
  }

  /** Takes it: from now on it is the caller's, with another code. */
  @PostMapping("/api/registrations/{id}/transfer/accept")
  RegistrationViews.RegistrationView accept(
      @PathVariable String id, @RequestBody @Valid AcceptRequest request, Caller caller) {
    SeenRegistrations.Seen found = offered.find(caller, id);
    offered.answer(found.event(), caller, request.answers());
    AcceptTransfer.Recipient recipient = offered.recipient(caller);
    return views.view(done(accepting.accept(id, found.event(), recipient)), found.event());
  }

  /** Does not want it. */
  @PostMapping("/api/registrations/{id}/transfer/decline")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decline(@PathVariable String id, Caller caller) {
    SeenRegistrations.Seen found = offered.find(caller, id);
    var _ = done(offering.decline(id, found.event(), offered.recipient(caller).addresses()));
  }

  private TransferView view(Registration registration, Event event) {
    boolean allowed =
        !event.cancelled()
            && TransferRules.refusal(
                    registration,
                    event.admission().settings().rules(registration.booking().ticketTypeId()),
                    event.startsAt(),
                    Instant.now())
                .isEmpty();
    return new TransferView(
        allowed,
        TransferRules.standing(registration, Instant.now())
            .map(offer -> new OfferView(String.valueOf(offer.address()), offer.until()))
            .orElse(null));
  }

  private static OfferedView view(Booking booking, Event event, Issue.Offer offer) {
    return new OfferedView(
        booking.id(),
        booking.personName(),
        event.id(),
        event.kind(),
        event.title(),
        event.startsAt(),
        event.endsAt(),
        event.venue(),
        RegistrationViews.typeName(booking, event),
        offer.until());
  }

  private static Registration done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var registration, var _, boolean _) -> registration;
      case Outcome.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }
}
