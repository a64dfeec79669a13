package org.juxian.fair.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.juxian.fair.FairServiceTest;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.booth.FairFixture;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.booth.LicenceNumber;
import org.juxian.fair.managing.Fairs;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.KeepingPeriod;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.beans.factory.annotation.Autowired;

@FairServiceTest
class ContactDataTest {

  @Autowired private PersonalData data;
  @Autowired private Applications applications;
  @Autowired private KeepingPeriod keeping;
  @Autowired private Fairs fairs;
  @Autowired private Ids ids;

  @Test
  void a_contact_sees_the_applications_and_can_be_forgotten() {
    String person = ids.next();
    applications.add(
        new Particulars(
            ids.next(),
            ids.next(),
            new Applicant(person, "南海智造", new LicenceNumber("91440605MA4UQ0QL5X")),
            "周敏",
            "+8613800000009",
            null,
            Instant.parse("2026-11-24T01:00:00Z")));
    assertThat(data.export(person).toString()).contains("周敏", "+8613800000009");
    data.erase(person);
    data.erase(person);
    Particulars left = applications.of(person, Optional.empty(), 10).getFirst();
    assertThat(left.contactName()).isEqualTo("-");
    assertThat(left.contactPhone()).isNull();
    assertThat(left.applicant().companyName()).isEqualTo("南海智造");
  }

  @Test
  void a_fair_of_long_ago_keeps_companies_and_nobody_to_reach_them() {
    Fair fair = FairFixture.asInTheExamples().fair();
    String id = ids.next();
    fairs.add(id, fair, List.of());
    Applicant applicant = fair.plan().applications().get(FairFixture.APPLICATION).applicant();
    Particulars particulars =
        new Particulars(ids.next(), id, applicant, "周敏", "+8613800000009", "靠近入口", FairFixture.NOW);
    applications.add(particulars);
    Instant end = fair.event().details().period().endsAt();
    keeping.tidy(end.plus(Duration.ofDays(729)));
    assertThat(left(particulars)).isEqualTo(particulars);
    keeping.tidy(end.plus(Duration.ofDays(731)));
    keeping.tidy(end.plus(Duration.ofDays(731)));
    assertThat(left(particulars).toString())
        .contains(applicant.companyName())
        .doesNotContain("周敏", "+8613800000009", "靠近入口", applicant.personId());
    assertThat(fairs.find(id).orElseThrow().fair().plan().toString())
        .contains(applicant.companyName())
        .doesNotContain(applicant.personId());
    assertThat(fairs.find(id).orElseThrow().revision()).as("written once").isEqualTo(2);
  }

  @Test
  void a_visitor_sees_their_interviews_and_is_forgotten_with_them() {
    Fair fair = FairFixture.asInTheExamples().withInterview().fair();
    String person = ids.next();
    Fair taken =
        ((FairDecision.Accepted)
                fair.takeInterview(
                    FairFixture.INTERVIEW, new InterviewSlot.Guest(person, "林晓"), FairFixture.NOW))
            .fair();
    String id = ids.next();
    fairs.add(id, taken, List.of());
    assertThat(data.export(person).toString()).contains("林晓", FairFixture.INTERVIEW);
    data.erase(person);
    data.erase(person);
    assertThat(data.export(person).toString()).doesNotContain("林晓");
    assertThat(fairs.find(id).orElseThrow().fair().interviews().toString()).doesNotContain(person);
    assertThat(fairs.find(id).orElseThrow().revision()).as("written once").isEqualTo(2);
  }

  @Test
  void where_it_is_so_settled_contacts_are_kept_for_ever() {
    Fair fair = FairFixture.asInTheExamples().fair();
    String id = ids.next();
    fairs.add(id, fair, List.of());
    new KeepContacts(fairs, applications, Duration.ZERO)
        .tidy(Instant.parse("2099-01-01T00:00:00Z"));
    assertThat(fairs.find(id).orElseThrow().fair()).isEqualTo(fair);
  }

  private Particulars left(Particulars before) {
    return applications.findAll(List.of(before.id())).getFirst();
  }
}
