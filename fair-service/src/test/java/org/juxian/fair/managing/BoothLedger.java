package org.juxian.fair.managing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.HallPlan;
import org.juxian.platform.testkit.MessageProbe.Heard;
import tools.jackson.databind.JsonNode;

/** Plays back what companies were told of their booths, and finds what must never be. */
final class BoothLedger {

  private final Map<String, String> boothOf = new TreeMap<>();
  private final Map<String, String> companyOf = new HashMap<>();
  private final List<String> breaches = new ArrayList<>();

  /** Everything that is wrong between what was told, in its order, and the plan at the end. */
  static List<String> breaches(List<Heard> told, HallPlan end) {
    BoothLedger ledger = new BoothLedger();
    told.forEach(one -> ledger.play(one, end.boothsPerCompany()));
    ledger.compare(end);
    return ledger.breaches;
  }

  private void play(Heard told, int limit) {
    JsonNode data = told.data();
    String application = data.path("applicationId").asString("");
    switch (told.type()) {
      case "fair.booth-assigned.v1" -> {
        String booth = data.path("boothNumber").asString();
        boothOf.remove(application);
        if (boothOf.containsValue(booth)) {
          breaches.add("booth " + booth + " has two companies");
        }
        boothOf.put(application, booth);
        companyOf.put(application, data.path("companyName").asString());
        countBooths(companyOf.getOrDefault(application, ""), limit);
      }
      case "fair.booth-withdrawn.v1", "fair.exhibition-cancelled.v1" -> boothOf.remove(application);
      default -> {}
    }
  }

  private void countBooths(String company, int limit) {
    long held = boothOf.keySet().stream().filter(a -> company.equals(companyOf.get(a))).count();
    if (held > limit) {
      breaches.add(company + " holds " + held + " booths");
    }
  }

  private void compare(HallPlan end) {
    Map<String, String> stored =
        end.applications().values().stream()
            .filter(application -> application.boothId().isPresent())
            .collect(Collectors.toMap(BoothApplication::id, one -> number(one, end)));
    if (!stored.equals(boothOf)) {
      breaches.add("told " + boothOf + ", stored " + stored);
    }
  }

  private static String number(BoothApplication application, HallPlan plan) {
    return application
        .boothId()
        .flatMap(plan::place)
        .map(place -> place.booth().number())
        .orElse("a booth that is not there");
  }
}
