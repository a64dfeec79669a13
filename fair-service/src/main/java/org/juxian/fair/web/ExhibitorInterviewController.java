package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.juxian.fair.interviewing.CloseInterview;
import org.juxian.fair.interviewing.OpenInterviews;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exhibitors open interview slots at their booths and see who took them. */
@RestController
@RequestMapping("/api/fairs/{id}/applications/{applicationId}/interviews")
@Tag(name = "Interviews")
@AllowedTo(signedIn = true)
class ExhibitorInterviewController {

  private final VisibleFairs fairs;
  private final OpenInterviews open;
  private final CloseInterview close;

  ExhibitorInterviewController(VisibleFairs fairs, OpenInterviews open, CloseInterview close) {
    this.fairs = fairs;
    this.open = open;
    this.close = close;
  }

  @GetMapping
  @Operation(
      summary = "The exhibitor's interview slots, and who took them",
      description = "For who applied for the exhibitor.")
  InterviewView.All list(
      @PathVariable String id, @PathVariable String applicationId, Caller caller) {
    return InterviewView.All.of(fairs.appliedBy(caller, id, applicationId).fair(), applicationId);
  }

  @PostMapping
  @Operation(
      summary = "Open interview slots in a row",
      description =
          "For who applied for the exhibitor, once it holds a booth. Slots at one table do not overlap,"
              + " and all lie within the fair.")
  ResponseEntity<InterviewView.All> open(
      @PathVariable String id,
      @PathVariable String applicationId,
      @RequestBody @Valid InterviewRequests.Open request,
      Caller caller) {
    fairs.appliedBy(caller, id, applicationId);
    KeptFair kept = FairProblems.done(open.open(id, applicationId, request.opening()));
    return ResponseEntity.created(
            URI.create("/api/fairs/" + id + "/applications/" + applicationId + "/interviews"))
        .body(InterviewView.All.of(kept.fair(), applicationId));
  }

  @PostMapping("/{slotId}/close")
  @Operation(
      summary = "Close a free slot, or call off one that somebody took",
      description = "For who applied for the exhibitor, until it begins. Who took it is told.")
  InterviewView.All close(
      @PathVariable String id,
      @PathVariable String applicationId,
      @PathVariable String slotId,
      @RequestBody @Valid InterviewRequests.Close request,
      Caller caller) {
    fairs.appliedBy(caller, id, applicationId);
    KeptFair kept = FairProblems.done(close.close(id, applicationId, slotId, request.said()));
    return InterviewView.All.of(kept.fair(), applicationId);
  }
}
