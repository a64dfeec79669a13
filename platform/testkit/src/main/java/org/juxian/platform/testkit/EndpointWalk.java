package org.juxian.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Roles;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Walks over all endpoints of a running service: with every role, and with bad input. */
public final class EndpointWalk {

  private static final String UNKNOWN_ID = "00000000000000000000000000000000";
  private static final List<String> ROLES =
      List.of(
          Roles.ORGANISER,
          Roles.EXHIBITOR,
          Roles.SCHOOL_COORDINATOR,
          Roles.JUDGE,
          Roles.SPEAKER,
          Roles.DOOR_STAFF);

  private final List<Endpoint> endpoints;
  private final Api api;

  private EndpointWalk(ApplicationContext context, int port) {
    this.endpoints = Endpoint.all(context);
    this.api = Api.at(port);
    assertThat(endpoints).as("endpoints").isNotEmpty();
  }

  public static EndpointWalk over(ApplicationContext context, int port) {
    return new EndpointWalk(context, port);
  }

  /**
   * One line an endpoint: who may call it. Compare it with a list in the test, so that each change
   * is seen.
   */
  public List<String> accessList() {
    return endpoints.stream().map(endpoint -> endpoint + " : " + describe(rule(endpoint))).toList();
  }

  /**
   * Calls every endpoint as nobody, as somebody and with each role; those who are not allowed must
   * be refused.
   */
  public void everyRoleIsHeldToItsEndpoints() {
    for (Endpoint endpoint : endpoints) {
      Optional<AllowedTo> rule = rule(endpoint);
      assertThat(rule).as("%s says who may call it", endpoint).isPresent();
      if (!rule.get().anyone()) {
        assertThat(call(api, endpoint).status()).as("%s as nobody", endpoint).isEqualTo(401);
      }
      boolean everybody = rule.get().anyone() || rule.get().signedIn();
      if (!everybody) {
        assertThat(call(api.as("somebody"), endpoint).status())
            .as("%s without a role", endpoint)
            .isEqualTo(403);
      }
      for (String role : ROLES) {
        boolean allowed = everybody || Arrays.asList(rule.get().roles()).contains(role);
        int status = call(api.as("somebody", role + "@none"), endpoint).status();
        assertThat(status).as("%s as %s", endpoint, role).isNotEqualTo(401).isLessThan(500);
        if (!allowed) {
          assertThat(status).as("%s as %s", endpoint, role).isEqualTo(403);
        }
      }
    }
  }

  /**
   * Sends each endpoint what it cannot read: every answer is a problem with a 4xx status, and a
   * wrong field of the body's record is named.
   */
  public void badInputIsNamed() {
    Api administrator = api.as("administrator", Roles.ADMINISTRATOR).with("If-Match", "\"1\"");
    for (Endpoint endpoint : endpoints) {
      for (String id : List.of(UNKNOWN_ID, "%27%22%3C%7B%7D%24", "x".repeat(300))) {
        if (endpoint.path().contains("{")) {
          expectProblemOrFine(administrator.send(endpoint.method(), endpoint.pathWith(id), "{}"));
        }
      }
      endpoint.body().ifPresent(type -> badBodies(administrator, endpoint, type));
    }
  }

  /**
   * Sends each field of each body, however deep, what it cannot be: another type, null, too long,
   * too large, an unknown value, no time. The answer has to be a problem that names it. So have bad
   * pages, versions and parameters to be.
   */
  public void everyFieldIsHeld() {
    Api administrator = api.as("administrator", Roles.ADMINISTRATOR);
    for (Endpoint endpoint : endpoints) {
      String path = endpoint.pathWith(UNKNOWN_ID);
      endpoint
          .body()
          .filter(Class::isRecord)
          .ifPresent(type -> held(administrator, endpoint.method(), path, BadInput.of(type)));
      for (String query : endpoint.badQueries()) {
        expectProblemOrFine(administrator.send(endpoint.method(), path + "?" + query, null));
      }
      if (endpoint.isPaged()) {
        for (String query : List.of("limit=0", "limit=-1", "limit=abc", "limit=99999999999")) {
          named(administrator.get(path + "?" + query), "limit");
        }
        named(administrator.get(path + "?cursor=%21%21%21"), "cursor");
        expectProblemOrFine(administrator.get(path + "?cursor=JyIkezB9AA"));
      }
      if (endpoint.needsVersion() && endpoint.body().isEmpty()) {
        for (String tag : List.of("garbage", "\"x\"", "\"-1\"", "\"99999999999999999999\"")) {
          named(
              administrator.with("If-Match", tag).send(endpoint.method(), path, null), "If-Match");
        }
      }
    }
  }

  /**
   * Sends a body that is accepted, spoiled in one place after another: numbers below zero and
   * beyond all bounds, other types, texts that are too long. Each answer has to name the place.
   *
   * @param body as {@link Api#post} takes it, not a string
   */
  public static void everyPlaceIsHeld(Api caller, String method, String path, Object body) {
    held(caller, method, path, SpoiledExample.of(body));
  }

  private static void held(Api caller, String method, String path, List<BadInput.Case> cases) {
    Api armed = caller.with("If-Match", "\"1\"");
    for (BadInput.Case wrong : cases) {
      Api.Answer answer = armed.send(method, path, wrong.body());
      expectProblem(answer);
      assertThat(wrong.isNamedBy(answer.faultyFields()))
          .as("%s with a wrong %s: %s", answer.call(), wrong.field(), answer.text())
          .isTrue();
    }
  }

  private static void named(Api.Answer answer, String field) {
    expectProblem(answer);
    assertThat(answer.faultyFields()).as(answer.call() + ": " + answer.text()).contains(field);
  }

  private void badBodies(Api caller, Endpoint endpoint, Class<?> type) {
    String path = endpoint.pathWith(UNKNOWN_ID);
    for (String body : List.of("", "{", "[]", "\"text\"", "12", "null", "{\"a\":".repeat(2000))) {
      expectProblem(caller.send(endpoint.method(), path, body));
    }
    expectProblem(caller.with("Content-Type", "text/plain").send(endpoint.method(), path, "hello"));
    expectProblem(
        caller.send(endpoint.method(), path, "{\"x\":\"" + "x".repeat(2_000_000) + "\"}"));
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
      String name = BadInput.jsonName(component);
      Api.Answer answer =
          caller.send(endpoint.method(), path, Map.of(name, List.of(List.of(List.of("wrong")))));
      expectProblem(answer);
      assertThat(answer.faultyFields())
          .as("%s with a wrong %s: %s", endpoint, name, answer.text())
          .anyMatch(
              field ->
                  field.equals(name)
                      || field.startsWith(name + "[")
                      || field.startsWith(name + "."));
    }
  }

  private static void expectProblem(Api.Answer answer) {
    assertThat(answer.status()).as(answer.call() + ": " + answer.text()).isBetween(400, 499);
    assertThat(answer.header("Content-Type"))
        .as(answer.call())
        .startsWith("application/problem+json");
  }

  private static void expectProblemOrFine(Api.Answer answer) {
    assertThat(answer.status()).as(answer.call() + ": " + answer.text()).isLessThan(500);
  }

  private static Api.Answer call(Api caller, Endpoint endpoint) {
    boolean reads = endpoint.method().equals("GET") || endpoint.method().equals("DELETE");
    return caller
        .with("If-Match", "\"1\"")
        .send(endpoint.method(), endpoint.pathWith(UNKNOWN_ID), reads ? null : "{}");
  }

  private static Optional<AllowedTo> rule(Endpoint endpoint) {
    AllowedTo own =
        AnnotatedElementUtils.findMergedAnnotation(endpoint.handler().getMethod(), AllowedTo.class);
    return Optional.ofNullable(own)
        .or(
            () ->
                Optional.ofNullable(
                    AnnotatedElementUtils.findMergedAnnotation(
                        endpoint.handler().getBeanType(), AllowedTo.class)));
  }

  private static String describe(Optional<AllowedTo> rule) {
    if (rule.isEmpty()) {
      return "nobody";
    }
    List<String> who = new ArrayList<>();
    if (rule.get().anyone()) {
      who.add("anyone");
    }
    if (rule.get().signedIn()) {
      who.add("signed in");
    }
    who.addAll(new TreeSet<>(Arrays.asList(rule.get().roles())));
    return String.join(", ", who);
  }
}
