package org.juxian.fair.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.juxian.fair.FairServiceTest;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.LicenceNumber;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.beans.factory.annotation.Autowired;

@FairServiceTest
class ContactDataTest {

  @Autowired private PersonalData data;
  @Autowired private Applications applications;
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
}
