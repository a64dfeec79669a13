package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.EndpointWalk;

class EndpointsTest extends IdentityTest {

  @Test
  void every_endpoint_names_who_may_call_it() {
    assertThat(EndpointWalk.over(context, port).accessList())
        .containsExactly(
            "POST /api/identity/codes : anyone",
            "GET /api/identity/me : signed in",
            "PATCH /api/identity/me : signed in",
            "POST /api/identity/me/addresses : signed in",
            "GET /api/identity/organisations : anyone",
            "POST /api/identity/organisations : administrator",
            "GET /api/identity/organisations/{id} : anyone",
            "PUT /api/identity/organisations/{id} : administrator",
            "GET /api/identity/people : administrator",
            "POST /api/identity/people : administrator",
            "GET /api/identity/people/{id} : administrator",
            "POST /api/identity/people/{id}/grants : administrator",
            "DELETE /api/identity/people/{id}/grants/{role} : administrator",
            "POST /api/identity/sign-in : anyone",
            "POST /api/identity/sign-out : anyone",
            "POST /api/identity/tokens : anyone",
            "GET /api/operations/identity/dead-letters : administrator",
            "POST /api/operations/identity/dead-letters/{id}/replay : administrator");
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
    String description = api().get("/v3/api-docs").expect(200).text();
    assertThat(description).contains("/api/identity/codes", "/api/identity/people/{id}/grants");
  }
}
