package org.juxian.fair.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.juxian.fair.FairServiceTest;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.EndpointWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@FairServiceTest
class EndpointsTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  @Test
  void each_endpoint_says_who_may_call_it() {
    assertThat(EndpointWalk.over(context, port).accessList())
        .containsExactly(
            "GET /api/fairs : organiser",
            "POST /api/fairs : organiser",
            "GET /api/fairs/applications/mine : signed in",
            "GET /api/fairs/{id} : anyone",
            "PUT /api/fairs/{id} : organiser",
            "GET /api/fairs/{id}/applications : organiser",
            "POST /api/fairs/{id}/applications : signed in",
            "GET /api/fairs/{id}/applications/{applicationId} : signed in",
            "POST /api/fairs/{id}/applications/{applicationId}/assign : organiser",
            "GET /api/fairs/{id}/applications/{applicationId}/interviews : signed in",
            "POST /api/fairs/{id}/applications/{applicationId}/interviews : signed in",
            "POST /api/fairs/{id}/applications/{applicationId}/interviews/{slotId}/close : signed in",
            "POST /api/fairs/{id}/applications/{applicationId}/reject : organiser",
            "POST /api/fairs/{id}/applications/{applicationId}/withdraw : signed in",
            "GET /api/fairs/{id}/booths : anyone",
            "GET /api/fairs/{id}/booths/{boothId}/interviews : anyone",
            "POST /api/fairs/{id}/cancel : organiser",
            "POST /api/fairs/{id}/interviews/{slotId}/give-back : signed in",
            "POST /api/fairs/{id}/interviews/{slotId}/take : signed in",
            "POST /api/fairs/{id}/publish : organiser",
            "GET /api/operations/fair/dead-letters : administrator",
            "POST /api/operations/fair/dead-letters/{id}/replay : administrator");
  }

  @Test
  void every_role_is_held_to_its_endpoints() {
    EndpointWalk.over(context, port).everyRoleIsHeldToItsEndpoints();
  }

  @Test
  void bad_input_is_named() {
    EndpointWalk.over(context, port).badInputIsNamed();
    EndpointWalk.over(context, port).everyFieldIsHeld();
    EndpointWalk.everyPlaceIsHeld(
        Api.at(port).as("organiser", "organiser@" + Requests.ALLIANCE),
        "POST",
        "/api/fairs",
        Requests.aFair(1));
  }

  @Test
  void the_api_is_described() {
    JsonNode api = Api.at(port).get("/v3/api-docs").expect(200).json();
    JsonNode paths = api.path("paths");
    assertThat(paths.has("/api/fairs/{id}/publish")).isTrue();
    assertThat(parameters(paths, "/api/fairs/{id}/publish", "post"))
        .containsExactlyInAnyOrder("id", "If-Match");
    assertThat(parameters(paths, "/api/fairs/{id}", "get")).containsExactly("id");
    assertThat(parameters(paths, "/api/fairs", "get")).containsExactlyInAnyOrder("cursor", "limit");
    JsonNode view = api.path("components").path("schemas").path("FairView").path("properties");
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
