package org.juxian.forum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.juxian.forum.ForumServiceTest;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.EndpointWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ForumServiceTest
class EndpointsTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  @Test
  void each_endpoint_says_who_may_call_it() {
    assertThat(EndpointWalk.over(context, port).accessList())
        .containsExactly(
            "GET /api/forums : organiser",
            "POST /api/forums : organiser",
            "GET /api/forums/{id} : anyone",
            "PUT /api/forums/{id} : organiser",
            "POST /api/forums/{id}/cancel : organiser",
            "POST /api/forums/{id}/publish : organiser",
            "GET /api/forums/{id}/sessions : anyone",
            "POST /api/forums/{id}/sessions : organiser",
            "DELETE /api/forums/{id}/sessions/{sessionId} : organiser",
            "PUT /api/forums/{id}/sessions/{sessionId} : organiser",
            "GET /api/operations/forum/dead-letters : administrator",
            "POST /api/operations/forum/dead-letters/{id}/replay : administrator");
  }

  @Test
  void every_role_is_held_to_its_endpoints() {
    EndpointWalk.over(context, port).everyRoleIsHeldToItsEndpoints();
  }

  @Test
  void bad_input_is_named() {
    EndpointWalk.over(context, port).badInputIsNamed();
    EndpointWalk.over(context, port).everyFieldIsHeld();
  }

  @Test
  void the_api_is_described() {
    JsonNode api = Api.at(port).get("/v3/api-docs").expect(200).json();
    JsonNode paths = api.path("paths");
    assertThat(paths.has("/api/forums/{id}/publish")).isTrue();
    assertThat(parameters(paths, "/api/forums/{id}/publish", "post"))
        .containsExactlyInAnyOrder("id", "If-Match");
    assertThat(parameters(paths, "/api/forums/{id}", "get")).containsExactly("id");
    assertThat(parameters(paths, "/api/forums", "get"))
        .containsExactlyInAnyOrder("cursor", "limit");
    JsonNode view = api.path("components").path("schemas").path("ForumView").path("properties");
    assertThat(view.has("title")).isTrue();
    assertThat(view.has("version")).isTrue();
  }

  private static List<String> parameters(JsonNode paths, String path, String method) {
    return StreamSupport.stream(
            paths.path(path).path(method).path("parameters").spliterator(), false)
        .map(parameter -> parameter.path("name").asString())
        .toList();
  }
}
