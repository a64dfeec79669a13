package org.juxian.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold for the environment that a service is given, wherever it runs. */
final class EnvironmentRules {

  /**
   * What a deployment must say although there is a default, since the default is that of the first
   * run on one machine. Of names separated by a bar, one is enough.
   */
  private static final Map<String, List<String>> EXPECTED =
      Map.of(
          "gateway",
          List.of(
              "IDENTITY_URI",
              "REGISTRATION_URI",
              "FAIR_URI",
              "COMPETITION_URI",
              "FORUM_URI",
              "NOTIFICATION_URI",
              "JUXIAN_GATEWAY_CLIENT_SECRET",
              "JUXIAN_COOKIE_KEY|JUXIAN_KEYS_DIR"),
          "identity-service",
          List.of(
              "JUXIAN_GATEWAY_CLIENT_SECRET",
              "JUXIAN_ADMIN_ADDRESS",
              "JUXIAN_SIGNING_KEY|JUXIAN_KEYS_DIR"),
          "registration-service",
          List.of("JUXIAN_TICKET_KEY|JUXIAN_KEYS_DIR"),
          "notification-service",
          List.of(
              "SMTP_HOST",
              "SMTP_PORT",
              "MAIL_FROM",
              "SMPP_HOST",
              "SMPP_PORT",
              "SMPP_SYSTEM_ID",
              "SMS_SENDER"));

  private static final List<String> OF_ALL = List.of("SERVER_PORT", "JUXIAN_PUBLIC_URL");
  private static final List<String> OF_BACKENDS =
      List.of("MONGODB_URI", "KAFKA_BOOTSTRAP_SERVERS", "JUXIAN_JWKS_URI");

  private EnvironmentRules() {}

  /** What is wrong with the names that a service is given. */
  static List<String> findings(String service, Set<String> given) {
    EnvironmentNames names = EnvironmentNames.of(service);
    List<String> findings = new ArrayList<>();
    for (String name : given) {
      if (!names.all().contains(name)) {
        findings.add(service + " is given " + name + ", which it does not read");
      }
    }
    for (String name : names.required()) {
      if (!given.contains(name)) {
        findings.add(service + " needs " + name);
      }
    }
    for (String alternatives : expected(service)) {
      if (List.of(alternatives.split("\\|", -1)).stream().noneMatch(given::contains)) {
        findings.add(service + " is to be given " + alternatives);
      }
    }
    return findings;
  }

  private static List<String> expected(String service) {
    List<String> expected = new ArrayList<>(OF_ALL);
    if (Repository.BACKENDS.contains(service)) {
      expected.addAll(OF_BACKENDS);
    }
    expected.addAll(EXPECTED.getOrDefault(service, List.of()));
    return expected;
  }
}
