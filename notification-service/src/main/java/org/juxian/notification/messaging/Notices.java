package org.juxian.notification.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.notice.Kind;
import org.juxian.notification.notice.Notice;
import org.juxian.notification.notice.NoticeWords;
import org.juxian.platform.values.Text;

/** Makes of each message the notice that each person concerned is told. */
final class Notices {

  private final String publicUrl;

  Notices(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  Notice code(Heard.CodeIssued issued) {
    return new NoticeWords().plain("code", issued.code()).of(Kind.SIGN_IN_CODE);
  }

  Notice unused(Heard.AccountUnused account) {
    return new NoticeWords()
        .time("when", account.forgottenAt())
        .plain("link", publicUrl + "/me")
        .of(Kind.ACCOUNT_UNUSED);
  }

  Notice confirmed(Heard.RegistrationConfirmed registration) {
    return new NoticeWords()
        .plain("name", registration.personName())
        .text("event", registration.eventTitle())
        .range("when", registration.startsAt(), registration.endsAt())
        .venue(registration.venue())
        .text("ticketType", registration.ticketType().name())
        .plain("ticketNumber", registration.ticketNumber())
        .plain("link", ticket(registration.registrationId()))
        .of(Kind.REGISTRATION_CONFIRMED);
  }

  Notice cancelled(Heard.RegistrationCancelled registration) {
    return new NoticeWords()
        .plain("name", registration.personName())
        .text("event", registration.eventTitle())
        .range("when", registration.startsAt(), registration.endsAt())
        .reason(registration.reason())
        .of(
            switch (registration.cause()) {
              case "event-cancelled" -> Kind.EVENT_CANCELLED;
              case "transferred" -> Kind.TICKET_PASSED_ON;
              default -> Kind.REGISTRATION_CANCELLED;
            });
  }

  /** To who is offered a ticket, or is so no longer; the texts of the kind use what they need. */
  Notice transfer(Heard.Transfer offer, Kind kind) {
    return new NoticeWords()
        .text("from", sender(offer.fromName()))
        .text("event", offer.eventTitle())
        .range("when", offer.startsAt(), offer.endsAt())
        .venue(offer.venue())
        .text("ticketType", offer.ticketType().name())
        .time("until", offer.until())
        .plain("link", publicUrl + "/tickets")
        .of(kind);
  }

  /** Who is to be forgotten has no name any more. */
  private static Text sender(String name) {
    return name.equals("-") ? new Text("对方", "The sender") : new Text(name, name);
  }

  /** Before a registration is confirmed; the texts of the kind use what its message says. */
  Notice pending(Heard.RegistrationPending registration, Kind kind) {
    NoticeWords words =
        new NoticeWords()
            .plain("name", registration.personName())
            .text("event", registration.eventTitle())
            .range("when", registration.startsAt(), registration.endsAt())
            .text("ticketType", registration.ticketType().name())
            .plain("link", ticket(registration.registrationId()))
            .reason(registration.reason());
    if (registration.position() != null) {
      words.plain("position", registration.position().toString());
    }
    if (registration.seats() != null) {
      words.plain("seats", registration.seats().toString());
    }
    if (registration.until() != null) {
      words.time("until", registration.until());
    }
    return words.of(kind);
  }

  Notice changed(Heard.EventChanged event) {
    return new NoticeWords()
        .text("event", event.eventTitle())
        .text("changes", Changes.in(event.changes()))
        .range("when", event.startsAt(), event.endsAt())
        .venue(event.venue())
        .plain("link", ticket(event.registrationId()))
        .of(Kind.EVENT_CHANGED);
  }

  Notice reminder(Heard.ReminderDue reminder) {
    return new NoticeWords()
        .text("event", reminder.eventTitle())
        .time("when", reminder.startsAt())
        .venue(reminder.venue())
        .plain("link", ticket(reminder.registrationId()))
        .of(Kind.REMINDER);
  }

  Notice delegation(Heard.DelegationFinished delegation) {
    NoticeWords words =
        new NoticeWords()
            .text("event", delegation.eventTitle())
            .time("when", delegation.startsAt())
            .plain("total", Integer.toString(delegation.total()));
    Heard.Refusal refusal = delegation.refusal();
    if (refusal != null) {
      return words
          .plain("line", Integer.toString(refusal.line()))
          .text("why", DelegationRefusals.in(refusal.why()))
          .of(Kind.DELEGATION_REFUSED);
    }
    Integer requested = delegation.requested();
    return requested == null
        ? words.of(Kind.DELEGATION_REGISTERED)
        : words.plain("requested", requested.toString()).of(Kind.DELEGATION_REQUESTED);
  }

  Notice delegation(Heard.DelegationDecided delegation) {
    return new NoticeWords()
        .text("event", delegation.eventTitle())
        .time("when", delegation.startsAt())
        .plain("total", Integer.toString(delegation.total()))
        .plain("approved", Integer.toString(delegation.approved()))
        .plain("rejected", Integer.toString(delegation.rejected()))
        .of(Kind.DELEGATION_DECIDED);
  }

  Notice boothAssigned(Heard.BoothAssigned booth) {
    String before = booth.previousBoothNumber();
    return booth(booth.fairTitle(), booth.companyName(), booth.hall(), booth.boothNumber())
        .text(
            "previous",
            before == null
                ? new Text("", "")
                : new Text("（原展位 " + before + "）", "(before: " + before + ") "))
        .time("when", booth.startsAt())
        .venue(booth.venue())
        .of(Kind.BOOTH_ASSIGNED);
  }

  Notice boothWithdrawn(Heard.BoothWithdrawn booth) {
    return booth(booth.fairTitle(), booth.companyName(), booth.hall(), booth.boothNumber())
        .reason(sameInBoth(booth.reason()))
        .of(Kind.BOOTH_WITHDRAWN);
  }

  Notice rejected(Heard.ApplicationRejected application) {
    return new NoticeWords()
        .text("event", application.fairTitle())
        .plain("company", application.companyName())
        .reason(sameInBoth(application.reason()))
        .of(Kind.APPLICATION_REJECTED);
  }

  Notice exhibitionChanged(Heard.ExhibitionChanged fair) {
    return new NoticeWords()
        .text("event", fair.fairTitle())
        .plain("company", fair.companyName())
        .text("changes", Changes.in(fair.changes()))
        .text("booth", stand(fair.hall(), fair.boothNumber()))
        .range("when", fair.startsAt(), fair.endsAt())
        .venue(fair.venue())
        .of(Kind.EXHIBITION_CHANGED);
  }

  Notice exhibitionCancelled(Heard.ExhibitionCancelled fair) {
    return new NoticeWords()
        .text("event", fair.fairTitle())
        .plain("company", fair.companyName())
        .time("when", fair.startsAt())
        .reason(fair.reason())
        .of(Kind.EXHIBITION_CANCELLED);
  }

  Notice interview(Heard.InterviewBooked interview) {
    return booth(
            interview.fairTitle(),
            interview.companyName(),
            interview.hall(),
            interview.boothNumber())
        .plain("table", Integer.toString(interview.table()))
        .range("when", interview.startsAt(), interview.endsAt())
        .venue(interview.venue())
        .plain("link", publicUrl + "/agenda")
        .of(interview.moved() ? Kind.INTERVIEW_MOVED : Kind.INTERVIEW_BOOKED);
  }

  Notice interviewEnded(Heard.InterviewEnded interview) {
    return new NoticeWords()
        .text("event", interview.fairTitle())
        .plain("company", interview.companyName())
        .time("when", interview.startsAt())
        .reason(sameInBoth(interview.reason()))
        .of(
            interview.cause().equals("given-back")
                ? Kind.INTERVIEW_GIVEN_BACK
                : Kind.INTERVIEW_CALLED_OFF);
  }

  /** One notice for each entrant, with the own workstation. */
  Map<String, Notice> heat(Heard.HeatScheduled heat) {
    Map<String, Notice> notices = new LinkedHashMap<>();
    for (Heard.Entrant entrant : heat.entrants()) {
      notices.put(
          entrant.personId(),
          heat(heat.competitionTitle(), heat.startsAt())
              .range("when", heat.startsAt(), heat.endsAt())
              .venue(heat.venue())
              .plain("workstation", entrant.workstation() == null ? "—" : entrant.workstation())
              .of(heat.rescheduled() ? Kind.HEAT_RESCHEDULED : Kind.HEAT_SCHEDULED));
    }
    return notices;
  }

  Map<String, Notice> heatCancelled(Heard.HeatCancelled heat) {
    Map<String, Notice> notices = new LinkedHashMap<>();
    Kind kind = "entry-cancelled".equals(heat.cause()) ? Kind.HEAT_LEFT : Kind.HEAT_CANCELLED;
    for (Heard.Entrant entrant : heat.entrants()) {
      notices.put(entrant.personId(), heat(heat.competitionTitle(), heat.startsAt()).of(kind));
    }
    return notices;
  }

  private static NoticeWords heat(Text competition, Instant startsAt) {
    return new NoticeWords().text("event", competition).time("when", startsAt);
  }

  private static NoticeWords booth(Text fair, String company, Text hall, String number) {
    return new NoticeWords()
        .text("event", fair)
        .plain("company", company)
        .text("hall", hall)
        .plain("booth", number);
  }

  /** Where a company stands, with its own lead-in; empty where it has no booth yet. */
  private static Text stand(@Nullable Text hall, @Nullable String number) {
    return hall == null || number == null
        ? new Text("", "")
        : new Text(
            "展位：" + hall.zh() + " " + number + "。", "Booth: " + hall.en() + " " + number + ".");
  }

  private static @Nullable Text sameInBoth(@Nullable String reason) {
    return reason == null ? null : new Text(reason, reason);
  }

  private String ticket(String registrationId) {
    return publicUrl + "/tickets/" + registrationId;
  }
}
