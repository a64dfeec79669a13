package org.juxian.notification.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** Our own reading of the messages that others publish: only what is told to people. */
final class Heard {

  private Heard() {}

  record CodeIssued(
      String address, String channel, String code, String language, Instant expiresAt) {}

  record PersonChanged(
      String personId, String language, @Nullable String phone, @Nullable String mail) {}

  record AccountUnused(String personId, Instant forgottenAt) {}

  record TicketType(Text name) {}

  record RegistrationConfirmed(
      String registrationId,
      String personId,
      String personName,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      TicketType ticketType,
      String ticketNumber) {}

  record RegistrationCancelled(
      String personId,
      String personName,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      String cause,
      @Nullable Text reason) {}

  /** A registration before it is confirmed; which of the last ones are given, the type says. */
  record RegistrationPending(
      String registrationId,
      String personId,
      String personName,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      TicketType ticketType,
      @Nullable Text reason,
      @Nullable Integer position,
      @Nullable Integer seats,
      @Nullable Instant until) {}

  /** A ticket that is offered to an address, or is so no longer. */
  record Transfer(
      String channel,
      String address,
      String language,
      String fromName,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      TicketType ticketType,
      Instant until) {}

  record EventChanged(
      String registrationId,
      String personId,
      Text eventTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      List<String> changes) {}

  record ReminderDue(
      String registrationId, String personId, Text eventTitle, Instant startsAt, Venue venue) {}

  record GuestKnown(String personId, String phone, String language) {}

  record GuestClaimed(String guestId) {}

  record Refusal(int line, String why) {}

  record DelegationFinished(
      String personId,
      Text eventTitle,
      Instant startsAt,
      int total,
      @Nullable Integer requested,
      @Nullable Refusal refusal) {}

  record DelegationDecided(
      String personId, Text eventTitle, Instant startsAt, int total, int approved, int rejected) {}

  record BoothAssigned(
      Text fairTitle,
      Instant startsAt,
      Venue venue,
      String personId,
      String companyName,
      Text hall,
      String boothNumber,
      @Nullable String previousBoothNumber) {}

  record BoothWithdrawn(
      Text fairTitle,
      String personId,
      String companyName,
      Text hall,
      String boothNumber,
      @Nullable String reason) {}

  record ApplicationRejected(
      Text fairTitle, String personId, String companyName, @Nullable String reason) {}

  record ExhibitionChanged(
      Text fairTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      String personId,
      String companyName,
      @Nullable Text hall,
      @Nullable String boothNumber,
      List<String> changes) {}

  record ExhibitionCancelled(
      Text fairTitle,
      Instant startsAt,
      String personId,
      String companyName,
      @Nullable Text reason) {}

  record InterviewBooked(
      Text fairTitle,
      String personId,
      String companyName,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      Text hall,
      String boothNumber,
      int table,
      boolean moved) {}

  record InterviewEnded(
      Text fairTitle,
      String personId,
      String companyName,
      Instant startsAt,
      String cause,
      @Nullable String reason) {}

  record Entrant(String personId, @Nullable String workstation) {}

  record HeatScheduled(
      Text competitionTitle,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      List<Entrant> entrants,
      boolean rescheduled) {}

  record HeatCancelled(
      Text competitionTitle, Instant startsAt, List<Entrant> entrants, @Nullable String cause) {}
}
