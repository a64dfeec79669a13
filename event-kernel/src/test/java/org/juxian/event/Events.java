package org.juxian.event;

import java.time.Instant;
import java.util.List;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** Events that tests start from: on 12 December 2026, told of in November. */
public final class Events {

  public static final Instant NOVEMBER = Instant.parse("2026-11-24T01:00:00Z");
  public static final Instant START = Instant.parse("2026-12-12T01:00:00Z");
  public static final Instant END = Instant.parse("2026-12-12T08:30:00Z");

  private Events() {}

  public static Text text(String text) {
    return new Text(text, text);
  }

  public static EventDetails details(Instant startsAt, Instant endsAt, TicketType... types) {
    return new EventDetails(
        "o1",
        text("Fair"),
        text("Companies"),
        new Period(startsAt, endsAt),
        new Venue(text("Hall"), text("Road")),
        List.of(types));
  }

  public static TicketType ticketType(String id) {
    return new TicketType(id, text("Visitor " + id), 100, NOVEMBER, START, null);
  }

  public static EventDetails aFair() {
    return details(START, END, ticketType("t1"));
  }

  public static PublicEvent aDraft() {
    return accepted(PublicEvent.draft(aFair())).event();
  }

  public static PublicEvent aPublished() {
    return accepted(aDraft().publish(NOVEMBER)).event();
  }

  public static Decision.Accepted accepted(Decision decision) {
    return (Decision.Accepted) decision;
  }
}
