package org.juxian.bench;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Has people register, and keeps what each was told. */
final class Register {

  /** What a person was told: this registration is yours. */
  record Told(String eventId, String personId, String registrationId) {}

  private final Gateway gateway;
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

  Register(Gateway gateway) {
    this.gateway = gateway;
  }

  void attempt(Person person, OpenEvent event) throws Exception {
    String body = "{\"ticketTypeId\":\"" + event.ticketTypeId() + "\"}";
    HttpResponse<String> answer =
        gateway.post(
            person,
            "/api/events/" + event.id() + "/registrations",
            body,
            "bench-" + event.id() + person.id());
    if (answer.statusCode() == 201) {
      told.add(new Told(event.id(), person.id(), text(answer.body(), "id")));
      count("confirmed");
    } else {
      count(answer.statusCode() + " " + text(answer.body(), "type"));
    }
  }

  /** Everybody who was told of a registration. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** How many answers of each kind there were. */
  Map<String, Long> answers() {
    Map<String, Long> counts = new TreeMap<>();
    answers.forEach((kind, count) -> counts.put(kind, count.sum()));
    return counts;
  }

  private void count(String kind) {
    answers.computeIfAbsent(kind, _ -> new LongAdder()).increment();
  }

  /** A member's text, without parsing the whole: the callers share two cores with the called. */
  private static String text(String json, String member) {
    String start = "\"" + member + "\":\"";
    int from = json.indexOf(start);
    if (from < 0) {
      return "";
    }
    int begin = from + start.length();
    return json.substring(begin, json.indexOf('"', begin));
  }
}
