package org.juxian.registration;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.TestServers;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import tools.jackson.databind.JsonNode;

/** An event as its own service publishes, changes and cancels it. */
public final class EventFixture {

  private static final Ids IDS = new Ids(InstantSource.system());

  /** A ticket type of an event. */
  public record Type(
      String id,
      Text name,
      int capacity,
      Instant opensAt,
      Instant closesAt,
      Map<String, Integer> team) {}

  /** A session of a forum. */
  public record Talk(
      String id, Text title, Text room, Instant startsAt, Instant endsAt, List<Text> speakers) {}

  public final String id = IDS.next();
  public final String organisation = IDS.next();
  private final String kind;
  private final List<Type> types = new ArrayList<>();
  private Text title = new Text("人才交流大会", "Talent Exchange");
  private Venue venue = new Venue(new Text("南海会展中心", "Nanhai Centre"), new Text("桂城", "Guicheng"));
  private Instant startsAt = Instant.now().plus(Duration.ofDays(30));
  private String broker = TestServers.kafkaServers();
  private long sequence;
  private @Nullable List<Talk> talks;

  private EventFixture(String kind) {
    this.kind = kind;
  }

  public static String newId() {
    return IDS.next();
  }

  /** An id that is the same for the same name. */
  public static String idOf(String name) {
    return java.util
        .UUID
        .nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  public static EventFixture aFair() {
    return new EventFixture("fair");
  }

  public static EventFixture aForum() {
    return new EventFixture("forum");
  }

  /** A competition that teams of two to three enter. */
  public static EventFixture aTeamCompetition(int capacity) {
    EventFixture competition = new EventFixture("competition");
    return competition.with(
        new Type(
            newId(),
            new Text("参赛队", "Team"),
            capacity,
            Instant.now().minusSeconds(60),
            Instant.now().plus(Duration.ofDays(20)),
            Map.of("minMembers", 2, "maxMembers", 3)));
  }

  public EventFixture withPlaces(int capacity) {
    return with(
        new Type(
            newId(),
            new Text("求职者", "Job seeker"),
            capacity,
            Instant.now().minusSeconds(60),
            Instant.now().plus(Duration.ofDays(20)),
            null));
  }

  public EventFixture openingAt(Instant opensAt) {
    return with(
        new Type(
            newId(), new Text("早鸟", "Early"), 10, opensAt, opensAt.plus(Duration.ofDays(1)), null));
  }

  public EventFixture with(Type type) {
    types.add(type);
    return this;
  }

  public EventFixture called(String zh, String en) {
    title = new Text(zh, en);
    return this;
  }

  public EventFixture startingAt(Instant start) {
    startsAt = start;
    return this;
  }

  public EventFixture at(String zh, String en) {
    venue = new Venue(new Text(zh, en), new Text("佛山", "Foshan"));
    return this;
  }

  /** A session more, so many minutes after the start; answers its id. */
  public String talk(String name, String room, int from, int to) {
    String talk = newId();
    put(talk, name, room, from, to);
    return talk;
  }

  /** The session of this id in another form, or a new one. */
  public EventFixture put(String talk, String name, String room, int from, int to) {
    dropped(talk);
    talks()
        .add(
            new Talk(
                talk,
                new Text(name, name),
                new Text(room, room),
                startsAt.plus(Duration.ofMinutes(from)),
                startsAt.plus(Duration.ofMinutes(to)),
                List.of(new Text("黄教授", "Prof Huang"))));
    return this;
  }

  /** A session less. */
  public EventFixture dropped(String talk) {
    talks().removeIf(one -> one.id().equals(talk));
    return this;
  }

  private List<Talk> talks() {
    if (talks == null) {
      talks = new ArrayList<>();
    }
    return talks;
  }

  /** It is told as a forum-service of older days tells it: not a word of an agenda. */
  public EventFixture wordlessly() {
    talks = null;
    return this;
  }

  /** It is published on another broker than the one that the tests share. */
  public EventFixture over(String servers) {
    broker = servers;
    return this;
  }

  public String type() {
    return types.getFirst().id();
  }

  public String type(int index) {
    return types.get(index).id();
  }

  public int types() {
    return types.size();
  }

  public EventFixture capacity(int capacity) {
    Type type = types.getFirst();
    types.set(
        0,
        new Type(type.id(), type.name(), capacity, type.opensAt(), type.closesAt(), type.team()));
    return this;
  }

  public Instant start() {
    return startsAt;
  }

  /** Publishes it and waits until the service at {@code api} lists it. */
  public EventFixture published(Api... services) {
    publish("published", data());
    for (Api api : services) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> api.get("/api/events/" + id).status() == 200);
    }
    return this;
  }

  /** Asks for a place of the first type. */
  public Api.Answer askedBy(Api caller) {
    return caller.post("/api/events/" + id + "/registrations", Map.of("ticketTypeId", type()));
  }

  /** The registration of whoever has a place of the first type now. */
  public JsonNode registered(Api caller) {
    return askedBy(caller).expect(201).json();
  }

  /** Tells what it is now; answers the message's id. */
  public String changed(String... changes) {
    Map<String, Object> data = data();
    data.put("changes", List.of(changes));
    return publish("changed", data);
  }

  public String cancelled() {
    return publish(
        "cancelled",
        Map.of(
            "eventId", id,
            "organisationId", organisation,
            "title", title,
            "reason", new Text("台风", "Typhoon")));
  }

  private String publish(String what, Object data) {
    return MessageProbe.publish(
        broker, "juxian." + kind, kind + "." + what + ".v1", id, ++sequence, data, newId());
  }

  private Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("eventId", id);
    data.put("kind", kind);
    data.put("organisationId", organisation);
    data.put("title", title);
    data.put("summary", new Text("简介", "Summary"));
    data.put("startsAt", startsAt);
    data.put("endsAt", startsAt.plus(Duration.ofHours(8)));
    data.put("venue", venue);
    data.put("ticketTypes", List.copyOf(types));
    if (talks != null) {
      data.put("sessions", List.copyOf(talks));
    }
    return data;
  }
}
