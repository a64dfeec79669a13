package org.juxian.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juxian.notification.notice.Kind;
import org.juxian.notification.notice.Language;
import org.juxian.notification.notice.Notice;
import org.juxian.notification.notice.Texts;
import org.juxian.platform.testkit.Contracts;

class ContractsTest {

  private final Notices notices = new Notices("https://example.org");
  private final Texts texts = new Texts();

  private static <T> T read(String type, Class<T> as) {
    return Contracts.read(type, as);
  }

  private Notice pending(String name, Kind kind) {
    return notices.pending(
        read("registration." + name + ".v1", Heard.RegistrationPending.class), kind);
  }

  /** Reads every golden example and words it: a text that lacks a word fails. */
  @Test
  void everything_that_is_heard_can_be_told_in_both_languages() {
    Collection<Notice> all =
        List.of(
            notices.code(read("identity.code-issued.v1", Heard.CodeIssued.class)),
            notices.unused(read("identity.account-unused.v1", Heard.AccountUnused.class)),
            notices.confirmed(read("registration.confirmed.v1", Heard.RegistrationConfirmed.class)),
            notices.cancelled(read("registration.cancelled.v1", Heard.RegistrationCancelled.class)),
            pending("requested", Kind.REGISTRATION_REQUESTED),
            pending("rejected", Kind.REGISTRATION_REJECTED),
            pending("waiting-joined", Kind.WAITING_JOINED),
            pending("place-offered", Kind.PLACE_OFFERED),
            pending("offer-expired", Kind.OFFER_EXPIRED),
            pending("transfer-declined", Kind.TRANSFER_DECLINED),
            notices.transfer(
                read("registration.transfer-offered.v1", Heard.Transfer.class),
                Kind.TRANSFER_OFFERED),
            notices.transfer(
                read("registration.transfer-withdrawn.v1", Heard.Transfer.class),
                Kind.TRANSFER_WITHDRAWN),
            notices.changed(read("registration.event-changed.v1", Heard.EventChanged.class)),
            notices.reminder(read("registration.reminder-due.v1", Heard.ReminderDue.class)),
            notices.delegation(
                read("registration.delegation-finished.v1", Heard.DelegationFinished.class)),
            notices.delegation(
                read("registration.delegation-decided.v1", Heard.DelegationDecided.class)),
            notices.boothAssigned(read("fair.booth-assigned.v1", Heard.BoothAssigned.class)),
            notices.boothWithdrawn(read("fair.booth-withdrawn.v1", Heard.BoothWithdrawn.class)),
            notices.rejected(read("fair.application-rejected.v1", Heard.ApplicationRejected.class)),
            notices.exhibitionChanged(
                read("fair.exhibition-changed.v1", Heard.ExhibitionChanged.class)),
            notices.exhibitionCancelled(
                read("fair.exhibition-cancelled.v1", Heard.ExhibitionCancelled.class)),
            notices.interview(read("fair.interview-booked.v1", Heard.InterviewBooked.class)),
            notices.interviewEnded(read("fair.interview-ended.v1", Heard.InterviewEnded.class)),
            notices
                .heat(read("competition.heat-scheduled.v1", Heard.HeatScheduled.class))
                .values()
                .iterator()
                .next(),
            notices
                .heatCancelled(read("competition.heat-cancelled.v1", Heard.HeatCancelled.class))
                .values()
                .iterator()
                .next());
    for (Notice notice : all) {
      for (Language language : Language.values()) {
        assertThat(texts.sms(notice, language)).doesNotContain("{", "null");
        assertThat(texts.mailSubject(notice, language)).isNotBlank();
        assertThat(texts.mailText(notice, language)).doesNotContain("{", "null");
      }
    }
    assertThat(read("registration.guest-known.v1", Heard.GuestKnown.class).phone())
        .startsWith("+86");
    assertThat(read("registration.guest-claimed.v1", Heard.GuestClaimed.class).guestId())
        .hasSize(32);
    assertThat(read("identity.person-changed.v1", Heard.PersonChanged.class).phone())
        .startsWith("+86");
  }

  @Test
  void somebody_who_wants_to_be_forgotten_is_not_named_to_others() {
    Heard.Transfer told = read("registration.transfer-withdrawn.v1", Heard.Transfer.class);
    Heard.Transfer nobody =
        new Heard.Transfer(
            told.channel(),
            told.address(),
            told.language(),
            "-",
            told.eventTitle(),
            told.startsAt(),
            told.endsAt(),
            told.venue(),
            told.ticketType(),
            told.until());
    assertThat(texts.sms(notices.transfer(nobody, Kind.TRANSFER_WITHDRAWN), Language.EN))
        .contains("The sender no longer offers you");
  }
}
