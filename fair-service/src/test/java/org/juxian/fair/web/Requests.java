package org.juxian.fair.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as clients send them. */
public final class Requests {

  /** The organisation whose fairs the tests plan. */
  public static final String ALLIANCE = "019eb101000175268b62000001010001";

  /** Valid codes: the check character of GB 32100-2015 fits. */
  public static final List<String> LICENCES =
      List.of("914403001922038216", "9144030071526726XG", "91350100M000100Y43");

  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private Requests() {}

  /** Another valid code for each number from 0 to 999999999. */
  public static String licence(int number) {
    String body = "91440605%09d".formatted(number);
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < body.length(); at++) {
      sum += DIGITS.indexOf(body.charAt(at)) * weight;
      weight = weight * 3 % 31;
    }
    return body + DIGITS.charAt((31 - sum % 31) % 31);
  }

  public static Map<String, Object> text(String en) {
    return Map.of("zh", "中文 " + en, "en", en);
  }

  /** A fair with one hall of {@code booths} booths in a row. */
  public static Map<String, Object> aFair(int booths) {
    Instant start = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    List<Map<String, Object>> places = new ArrayList<>();
    for (int at = 1; at <= booths; at++) {
      places.add(Map.of("number", "A%02d".formatted(at), "column", at, "row", 1));
    }
    Map<String, Object> fair = new LinkedHashMap<>();
    fair.put("organisationId", ALLIANCE);
    fair.put("title", text("Winter fair"));
    fair.put("summary", text("Many companies"));
    fair.put("startsAt", start.toString());
    fair.put("endsAt", start.plus(8, ChronoUnit.HOURS).toString());
    fair.put("venue", Map.of("name", text("Exhibition centre"), "address", text("1 Lake Road")));
    fair.put(
        "halls",
        List.of(
            Map.of(
                "name",
                text("Hall 1"),
                "columns",
                Math.max(booths, 1),
                "rows",
                2,
                "booths",
                places)));
    fair.put(
        "ticketTypes",
        List.of(
            Map.of(
                "name", text("Visitor"),
                "capacity", 3000,
                "opensAt", start.minus(40, ChronoUnit.DAYS).toString(),
                "closesAt", start.toString())));
    fair.put("boothsPerCompany", 1);
    return fair;
  }

  /** A company's application. */
  public static Map<String, Object> anApplication(String company, String licence) {
    return Map.of(
        "companyName", company,
        "licenceNumber", licence,
        "contactName", "He Jianing",
        "contactPhone", "13800000001",
        "wish", "Near the entrance");
  }
}
