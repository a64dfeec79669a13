package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.assigning.AssignBooth;
import org.juxian.fair.assigning.RejectApplication;
import org.juxian.fair.managing.Outcome;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisers review applications. */
@RestController
@RequestMapping("/api/fairs/{id}/applications")
@Tag(name = "Booth applications")
@AllowedTo(roles = Roles.ORGANISER)
class ReviewController {

  private static final Set<String> STATUSES =
      Set.of("submitted", "assigned", "rejected", "withdrawn");

  private final VisibleFairs fairs;
  private final ApplicationViews views;
  private final AssignBooth assign;
  private final RejectApplication reject;

  ReviewController(
      VisibleFairs fairs, ApplicationViews views, AssignBooth assign, RejectApplication reject) {
    this.fairs = fairs;
    this.views = views;
    this.assign = assign;
    this.reject = reject;
  }

  @GetMapping
  @Operation(
      summary = "The applications at a fair",
      description = "The oldest first; status is submitted, assigned, rejected or withdrawn.")
  Page<ApplicationView> list(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String status,
      PageQuery page,
      Caller caller) {
    Optional<String> wanted = Optional.ofNullable(status).filter(given -> !given.isEmpty());
    if (wanted.isPresent() && !STATUSES.contains(wanted.get())) {
      throw Problem.of(400, "invalid").field("status", "type");
    }
    return views.at(fairs.managedBy(caller, id), wanted, page);
  }

  @PostMapping("/{applicationId}/assign")
  @Operation(
      summary = "Give a booth to a company, or another one instead of the one that it holds",
      description =
          "409 booth-taken where another company holds it, company-limit where the company holds as"
              + " many as it may. If-Match may be given.")
  ResponseEntity<ApplicationView> assign(
      @PathVariable String id,
      @PathVariable String applicationId,
      @RequestBody @Valid ReviewRequests.Assign request,
      Optional<IfMatch> seen,
      Caller caller) {
    fairs.managedBy(caller, id);
    return answer(
        assign.assign(id, applicationId, FairLifeController.edition(seen), request.boothId()),
        applicationId);
  }

  @PostMapping("/{applicationId}/reject")
  @Operation(summary = "Decline an application", description = "If-Match may be given.")
  ResponseEntity<ApplicationView> reject(
      @PathVariable String id,
      @PathVariable String applicationId,
      @RequestBody @Valid ReviewRequests.Reject request,
      Optional<IfMatch> seen,
      Caller caller) {
    fairs.managedBy(caller, id);
    return answer(
        reject.reject(
            id, applicationId, FairLifeController.edition(seen), request.reason().strip()),
        applicationId);
  }

  private ResponseEntity<ApplicationView> answer(Outcome outcome, String applicationId) {
    return ApplicationController.answer(views.of(FairProblems.done(outcome), applicationId));
  }
}
