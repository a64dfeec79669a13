package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.EndpointWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class EndpointsTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  @Test
  void every_endpoint_says_who_may_call_it() {
    assertThat(walk().accessList())
        .containsExactlyInAnyOrder(
            "GET /api/events : anyone",
            "GET /api/events/ticket-keys : anyone",
            "GET /api/events/{id} : anyone",
            "GET /api/events/{id}/revoked-tickets : door-staff, organiser",
            "GET /api/delegations/{id} : organiser, school-coordinator",
            "GET /api/delegations/{id}/rows : organiser, school-coordinator",
            "POST /api/delegations/{id}/rows/{line}/substitute : organiser, school-coordinator",
            "GET /api/events/{id}/delegations : organiser, school-coordinator",
            "POST /api/events/{id}/delegations : school-coordinator",
            "GET /api/events/{id}/audit : organiser",
            "GET /api/registrations/consents : signed in",
            "PUT /api/registrations/consents : signed in",
            "GET /api/registrations/privacy-requests : signed in",
            "POST /api/registrations/privacy-requests : signed in",
            "GET /api/registrations/privacy-requests/{id} : signed in",
            "GET /api/registrations/privacy-requests/{id}/archive : signed in",
            "GET /api/events/{id}/form : anyone",
            "PUT /api/events/{id}/form : organiser",
            "GET /api/events/{id}/form/versions : organiser",
            "GET /api/events/{id}/admission : organiser",
            "PUT /api/events/{id}/admission : organiser",
            "GET /api/registrations/agenda : signed in",
            "GET /api/registrations/agenda/feed : signed in",
            "POST /api/registrations/agenda/feed : signed in",
            "DELETE /api/registrations/agenda/feed : signed in",
            "GET /api/registrations/agenda/feed/{secret}.ics : anyone",
            "GET /api/events/{id}/waiting : organiser",
            "POST /api/events/{id}/waiting : signed in",
            "GET /api/events/{id}/waiting/mine : signed in",
            "DELETE /api/events/{id}/waiting/mine : signed in",
            "PUT /api/events/{id}/waiting/{registrationId}/priority : organiser",
            "POST /api/registrations/{id}/accept : signed in",
            "POST /api/registrations/{id}/decline : signed in",
            "GET /api/events/{id}/invitations : organiser",
            "POST /api/events/{id}/invitations : organiser",
            "POST /api/events/{id}/invitations/{invitationId}/revoke : organiser",
            "POST /api/registrations/{id}/approve : organiser",
            "POST /api/registrations/{id}/reject : organiser",
            "POST /api/events/{id}/check-ins : door-staff, organiser",
            "POST /api/events/{id}/check-ins/{nonce}/undo : door-staff, organiser",
            "POST /api/events/{id}/check-ins/batch : door-staff, organiser",
            "GET /api/events/{id}/check-ins/live : organiser",
            "GET /api/events/{id}/reconciliation : door-staff, organiser",
            "POST /api/events/{id}/reconciliation/{registrationId}/settle"
                + " : door-staff, organiser",
            "GET /api/events/{id}/reconciliation.csv : organiser",
            "GET /api/events/{id}/door-list : door-staff, organiser",
            "GET /api/events/{id}/entrance : door-staff, organiser",
            "PUT /api/events/{id}/entrance : organiser",
            "GET /api/events/{id}/registrations : organiser",
            "POST /api/events/{id}/registrations : signed in",
            "GET /api/events/{id}/registrations.csv : organiser",
            "GET /api/events/{id}/registrations.xlsx : organiser",
            "GET /api/events/{id}/statistics : organiser",
            "GET /api/operations/registration/dead-letters : administrator",
            "POST /api/operations/registration/dead-letters/{id}/replay : administrator",
            "GET /api/registrations/mine : signed in",
            "GET /api/registrations/{id}/sessions : signed in",
            "PUT /api/registrations/{id}/sessions : signed in",
            "GET /api/registrations/{id}/answers : signed in",
            "PUT /api/registrations/{id}/answers : signed in",
            "POST /api/registrations/files : signed in",
            "GET /api/registrations/{id}/files/{questionId} : signed in",
            "GET /api/registrations/{id} : signed in",
            "POST /api/registrations/{id}/cancel : signed in",
            "GET /api/registrations/{id}/event.ics : signed in",
            "GET /api/registrations/{id}/ticket.pdf : signed in",
            "GET /api/registrations/transfers : signed in",
            "GET /api/registrations/{id}/transfer : signed in",
            "PUT /api/registrations/{id}/transfer : signed in",
            "DELETE /api/registrations/{id}/transfer : signed in",
            "POST /api/registrations/{id}/transfer/accept : signed in",
            "POST /api/registrations/{id}/transfer/decline : signed in",
            "GET /api/registrations/{id}/qr.svg : signed in");
  }

  @Test
  void every_role_is_held_to_its_endpoints() {
    walk().everyRoleIsHeldToItsEndpoints();
  }

  @Test
  void bad_input_is_named() {
    walk().badInputIsNamed();
  }

  private EndpointWalk walk() {
    return EndpointWalk.over(context, port);
  }
}
