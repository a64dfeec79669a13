package org.juxian.fair.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.booth.FairFixture;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.testkit.Contracts;
import tools.jackson.databind.JsonNode;

/** What applicants are told, made from decisions, is to the letter what the examples say. */
class ContractsTest {

  private final FairMessages messages = new FairMessages();

  private Outgoing told(FairDecision decision, String type) {
    assertThat(decision).isInstanceOf(FairDecision.Accepted.class);
    return messages.of(FairFixture.FAIR, (FairDecision.Accepted) decision).stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private void assertProduces(FairDecision decision, String type) {
    Outgoing message = told(decision, type);
    assertThat(message.topic()).isEqualTo("juxian.fair");
    assertThat(message.key()).isEqualTo(FairFixture.FAIR);
    Contracts.assertProduces(type, message.data());
  }

  @Test
  void a_reassigned_booth() {
    assertProduces(
        FairFixture.asInTheExamples()
            .assignedTo("A03")
            .fair()
            .assign(FairFixture.APPLICATION, OptionalLong.empty(), "A07", FairFixture.NOW),
        "fair.booth-assigned.v1");
  }

  @Test
  void a_withdrawn_booth() {
    assertProduces(
        FairFixture.asInTheExamples()
            .assignedTo("A07")
            .fair()
            .withdraw(FairFixture.APPLICATION, OptionalLong.empty(), "企业申请退展", FairFixture.NOW),
        "fair.booth-withdrawn.v1");
  }

  @Test
  void a_rejected_application() {
    assertProduces(
        FairFixture.asInTheExamples()
            .fair()
            .reject(
                FairFixture.APPLICATION, OptionalLong.empty(), "营业执照已过期，请更新后重新申请", FairFixture.NOW),
        "fair.application-rejected.v1");
  }

  @Test
  void a_fair_that_moved() {
    assertProduces(
        FairFixture.asInTheExamples().assignedTo("A07").moved(), "fair.exhibition-changed.v1");
  }

  @Test
  void a_fair_that_was_called_off() {
    FairFixture moved =
        FairFixture.asInTheExamples().assignedTo("A07").afterwards(FairFixture::moved);
    assertProduces(
        moved
            .fair()
            .cancel(
                OptionalLong.empty(),
                FairFixture.text("台风红色预警", "Red typhoon warning"),
                FairFixture.NOW),
        "fair.exhibition-cancelled.v1");
  }

  @Test
  void an_interview() {
    FairFixture open = FairFixture.asInTheExamples().withInterview();
    assertProduces(
        open.fair().takeInterview(FairFixture.INTERVIEW, FairFixture.VISITOR, FairFixture.NOW),
        "fair.interview-booked.v1");
    assertProduces(
        open.afterwards(
                one ->
                    one.fair()
                        .takeInterview(FairFixture.INTERVIEW, FairFixture.VISITOR, FairFixture.NOW))
            .fair()
            .closeInterview(
                FairFixture.APPLICATION, FairFixture.INTERVIEW, "面试官临时出差", FairFixture.NOW),
        "fair.interview-ended.v1");
  }

  @Test
  void who_has_no_booth_yet_is_told_without_one() {
    JsonNode data = json(told(FairFixture.asInTheExamples().moved(), "fair.exhibition-changed.v1"));
    assertThat(data.has("boothNumber")).isFalse();
    Contracts.assertValid("fair.exhibition-changed.v1", data);
  }

  @Test
  void who_has_withdrawn_is_told_nothing_more() {
    FairFixture withdrawn =
        FairFixture.asInTheExamples()
            .afterwards(
                one ->
                    one.fair()
                        .withdraw(
                            FairFixture.APPLICATION, OptionalLong.empty(), null, FairFixture.NOW));
    FairDecision.Accepted moved = (FairDecision.Accepted) withdrawn.moved();
    assertThat(moved.facts()).isEmpty();
    List<BoothApplication> all = List.copyOf(moved.fair().plan().applications().values());
    assertThat(all).hasSize(1);
  }

  private static JsonNode json(Outgoing message) {
    return org.juxian.platform.messaging.MessageJson.mapper().valueToTree(message.data());
  }
}
