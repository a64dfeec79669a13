package org.juxian.fair.booth;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.juxian.event.EventDetails;
import org.juxian.event.Period;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** The fair of the golden examples, and what happens at it. Immutable. */
public record FairFixture(Fair fair) {

  public static final String FAIR = "019eb20100017a268662000002010001";
  public static final String APPLICATION = "019eb20100217a468742000002010021";
  public static final String APPLICANT = "019eb1020002754c8bc4000001020002";
  public static final String INTERVIEW = "019eb20100317a488743000002010031";
  public static final InterviewSlot.Guest VISITOR =
      new InterviewSlot.Guest("019eb1020003754d8bcb000001020003", "何嘉宁");
  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  /**
   * Published, with one hall of booths A01 to A09 (their ids are their numbers), one application.
   */
  public static FairFixture asInTheExamples() {
    EventDetails details =
        details(
            "2026-12-12T09:00:00+08:00",
            "2026-12-12T16:30:00+08:00",
            new Venue(
                text("南海会展中心", "Nanhai Exhibition Centre"),
                text(
                    "广东省佛山市南海区桂城街道千灯湖东路1号",
                    "1 Qiandeng Lake East Road, Guicheng, Nanhai District, Foshan, Guangdong")));
    List<Booth> booths =
        IntStream.rangeClosed(1, 9).mapToObj(n -> new Booth("A0" + n, "A0" + n, n, 1)).toList();
    Hall hall = new Hall("hall", text("一号馆", "Hall 1"), 9, 2, booths);
    return new FairFixture(accepted(Fair.draft(details, List.of(hall), 1)))
        .afterwards(one -> one.fair.publish(OptionalLong.empty(), NOW))
        .applied(APPLICATION, APPLICANT, "佛山市南海启明精密机械有限公司", "914403001922038216");
  }

  public static Text text(String zh, String en) {
    return new Text(zh, en);
  }

  /** The fair after a decision that is accepted. */
  public FairFixture afterwards(Function<FairFixture, FairDecision> decide) {
    return new FairFixture(accepted(decide.apply(this)));
  }

  public FairFixture applied(String id, String personId, String company, String licence) {
    return afterwards(
        one ->
            one.fair.apply(id, new Applicant(personId, company, new LicenceNumber(licence)), NOW));
  }

  public FairFixture assignedTo(String booth) {
    return afterwards(one -> one.fair.assign(APPLICATION, OptionalLong.empty(), booth, NOW));
  }

  /** At booth A07, with an interview slot of twenty minutes at ten o'clock. */
  public FairFixture withInterview() {
    Opening opening = new Opening(2, time("2026-12-12T10:00:00+08:00"), 20, 0, 1);
    return assignedTo("A07")
        .afterwards(one -> one.fair.openInterviews(APPLICATION, List.of(INTERVIEW), opening, NOW));
  }

  /** A day later, elsewhere. */
  public FairDecision moved() {
    return edited(
        details(
            "2026-12-13T09:00:00+08:00",
            "2026-12-13T16:30:00+08:00",
            new Venue(
                text("南海科创会堂", "Nanhai Innovation Hall"),
                text(
                    "广东省佛山市南海区桂城街道海五路20号",
                    "20 Haiwu Road, Guicheng, Nanhai District, Foshan, Guangdong"))));
  }

  /** With other details and the same halls. */
  public FairDecision edited(EventDetails details) {
    return fair.edit(
        OptionalLong.empty(), details, fair.plan().halls(), fair.plan().boothsPerCompany(), NOW);
  }

  private static EventDetails details(String start, String end, Venue venue) {
    Period period = new Period(time(start), time(end));
    return new EventDetails(
        "019eb101000175268b62000001010001",
        text("2026南海冬季人才交流大会", "Nanhai Winter Talent Exchange 2026"),
        text("双选会", "A job fair"),
        period,
        venue,
        List.of(
            new TicketType(
                "visitor",
                text("观众", "Visitor"),
                100,
                NOW,
                time("2026-12-12T09:00:00+08:00"),
                null)));
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Fair accepted(FairDecision decision) {
    return switch (decision) {
      case FairDecision.Accepted accepted -> accepted.fair();
      case FairDecision.Refused(var why) -> throw new AssertionError(why);
    };
  }
}
