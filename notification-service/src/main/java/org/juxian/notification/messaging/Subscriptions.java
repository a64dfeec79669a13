package org.juxian.notification.messaging;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.contact.Contact;
import org.juxian.notification.contact.Contacts;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.delivering.Outbound;
import org.juxian.notification.notice.Kind;
import org.juxian.notification.notice.Language;
import org.juxian.notification.notice.Notice;
import org.juxian.platform.messaging.Incoming;
import org.juxian.platform.messaging.MessageHandler;
import org.juxian.platform.messaging.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

  private final Outbound outbound;
  private final Notices notices;

  Subscriptions(Outbound outbound, @Value("${juxian.public-url}") String publicUrl) {
    this.outbound = outbound;
    this.notices = new Notices(publicUrl);
  }

  @Bean
  Subscription codes() {
    return Subscription.to("juxian.identity-codes")
        .on("identity.code-issued.v1", Heard.CodeIssued.class, this::code);
  }

  @Bean
  Subscription people(Contacts contacts) {
    return Subscription.to("juxian.identity")
        .on(
            "identity.person-changed.v1",
            Heard.PersonChanged.class,
            message -> {
              Heard.PersonChanged person = message.data();
              contacts.know(
                  person.personId(),
                  message.sequence(),
                  new Contact(Language.of(person.language()), person.phone(), mail(person)));
            })
        .on(
            "identity.account-unused.v1",
            Heard.AccountUnused.class,
            one(Heard.AccountUnused::personId, notices::unused));
  }

  @Bean
  Subscription registrations(Contacts contacts) {
    return Subscription.to("juxian.registration")
        .on(
            "registration.guest-known.v1",
            Heard.GuestKnown.class,
            message -> {
              Heard.GuestKnown guest = message.data();
              contacts.know(
                  guest.personId(),
                  message.sequence(),
                  new Contact(Language.of(guest.language()), guest.phone(), null));
            })
        .on(
            "registration.guest-claimed.v1",
            Heard.GuestClaimed.class,
            message ->
                contacts.know(
                    message.data().guestId(),
                    message.sequence(),
                    new Contact(Language.ZH, null, null)))
        .on(
            "registration.delegation-finished.v1",
            Heard.DelegationFinished.class,
            one(Heard.DelegationFinished::personId, notices::delegation))
        .on(
            "registration.delegation-decided.v1",
            Heard.DelegationDecided.class,
            one(Heard.DelegationDecided::personId, notices::delegation))
        .on(
            "registration.confirmed.v1",
            Heard.RegistrationConfirmed.class,
            one(Heard.RegistrationConfirmed::personId, notices::confirmed))
        .on(
            "registration.cancelled.v1",
            Heard.RegistrationCancelled.class,
            one(Heard.RegistrationCancelled::personId, notices::cancelled))
        .on(
            "registration.requested.v1",
            Heard.RegistrationPending.class,
            pending(Kind.REGISTRATION_REQUESTED))
        .on(
            "registration.rejected.v1",
            Heard.RegistrationPending.class,
            pending(Kind.REGISTRATION_REJECTED))
        .on(
            "registration.waiting-joined.v1",
            Heard.RegistrationPending.class,
            pending(Kind.WAITING_JOINED))
        .on(
            "registration.place-offered.v1",
            Heard.RegistrationPending.class,
            pending(Kind.PLACE_OFFERED))
        .on(
            "registration.offer-expired.v1",
            Heard.RegistrationPending.class,
            pending(Kind.OFFER_EXPIRED))
        .on(
            "registration.transfer-offered.v1",
            Heard.Transfer.class,
            transfer(Kind.TRANSFER_OFFERED))
        .on(
            "registration.transfer-withdrawn.v1",
            Heard.Transfer.class,
            transfer(Kind.TRANSFER_WITHDRAWN))
        .on(
            "registration.transfer-declined.v1",
            Heard.RegistrationPending.class,
            pending(Kind.TRANSFER_DECLINED))
        .on(
            "registration.event-changed.v1",
            Heard.EventChanged.class,
            one(Heard.EventChanged::personId, notices::changed))
        .on(
            "registration.reminder-due.v1",
            Heard.ReminderDue.class,
            one(Heard.ReminderDue::personId, notices::reminder));
  }

  @Bean
  Subscription fairs() {
    return Subscription.to("juxian.fair")
        .on(
            "fair.booth-assigned.v1",
            Heard.BoothAssigned.class,
            one(Heard.BoothAssigned::personId, notices::boothAssigned))
        .on(
            "fair.booth-withdrawn.v1",
            Heard.BoothWithdrawn.class,
            one(Heard.BoothWithdrawn::personId, notices::boothWithdrawn))
        .on(
            "fair.application-rejected.v1",
            Heard.ApplicationRejected.class,
            one(Heard.ApplicationRejected::personId, notices::rejected))
        .on(
            "fair.exhibition-changed.v1",
            Heard.ExhibitionChanged.class,
            one(Heard.ExhibitionChanged::personId, notices::exhibitionChanged))
        .on(
            "fair.exhibition-cancelled.v1",
            Heard.ExhibitionCancelled.class,
            one(Heard.ExhibitionCancelled::personId, notices::exhibitionCancelled))
        .on(
            "fair.interview-booked.v1",
            Heard.InterviewBooked.class,
            one(Heard.InterviewBooked::personId, notices::interview))
        .on(
            "fair.interview-ended.v1",
            Heard.InterviewEnded.class,
            one(Heard.InterviewEnded::personId, notices::interviewEnded));
  }

  @Bean
  Subscription competitions() {
    return Subscription.to("juxian.competition")
        .on("competition.heat-scheduled.v1", Heard.HeatScheduled.class, many(notices::heat))
        .on(
            "competition.heat-cancelled.v1",
            Heard.HeatCancelled.class,
            many(notices::heatCancelled));
  }

  private void code(Incoming<Heard.CodeIssued> message) {
    Heard.CodeIssued issued = message.data();
    outbound.tellAddress(
        message.id(),
        issued.channel().equals("sms") ? Channel.SMS : Channel.MAIL,
        issued.address(),
        Language.of(issued.language()),
        notices.code(issued),
        issued.expiresAt());
  }

  /** To an address, whoever has it: it is nobody's business whether that is somebody we know. */
  private MessageHandler<Heard.Transfer> transfer(Kind kind) {
    return message -> {
      Heard.Transfer offer = message.data();
      outbound.tellAddress(
          message.id(),
          offer.channel().equals("sms") ? Channel.SMS : Channel.MAIL,
          offer.address(),
          Language.of(offer.language()),
          notices.transfer(offer, kind),
          offer.until());
    };
  }

  private MessageHandler<Heard.RegistrationPending> pending(Kind kind) {
    return one(Heard.RegistrationPending::personId, data -> notices.pending(data, kind));
  }

  /** Somebody who was forgotten has an address that leads nowhere (RFC 2606). */
  private static @Nullable String mail(Heard.PersonChanged person) {
    String mail = person.mail();
    return mail == null || mail.endsWith("@erased.example.org") ? null : mail;
  }

  private <T> MessageHandler<T> one(Function<T, String> person, Function<T, Notice> notice) {
    return many(data -> Map.of(person.apply(data), notice.apply(data)));
  }

  private <T> MessageHandler<T> many(Function<T, Map<String, Notice>> notices) {
    return message -> outbound.tell(message.id(), notices.apply(message.data()));
  }
}
