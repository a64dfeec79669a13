package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.juxian.fair.applying.ApplyForBooth;
import org.juxian.fair.applying.WithdrawApplication;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.service.web.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Companies apply for booths. */
@RestController
@RequestMapping("/api/fairs")
@Tag(name = "Booth applications")
@AllowedTo(signedIn = true)
class ApplicationController {

  private final VisibleFairs fairs;
  private final ApplicationViews views;
  private final ApplyForBooth apply;
  private final WithdrawApplication withdraw;

  ApplicationController(
      VisibleFairs fairs,
      ApplicationViews views,
      ApplyForBooth apply,
      WithdrawApplication withdraw) {
    this.fairs = fairs;
    this.views = views;
    this.apply = apply;
    this.withdraw = withdraw;
  }

  @PostMapping("/{id}/applications")
  @Operation(
      summary = "Apply for a booth",
      description =
          "The licence number is the company's unified social credit code (GB 32100-2015). A company"
              + " that may hold several booths applies once for each.")
  ResponseEntity<ApplicationView> apply(
      @PathVariable String id, @RequestBody @Valid ApplicationRequest request, Caller caller) {
    fairs.seenBy(Optional.of(caller), id);
    ApplyForBooth.Applied applied =
        apply.apply(id, request.applicant(caller.personId()), request.contact());
    KeptFair kept = FairProblems.done(applied.outcome());
    ApplicationView view = views.of(kept, applied.particulars());
    return Versioned.created(
        "/api/fairs/" + id + "/applications/" + view.id(), view.version(), view);
  }

  @GetMapping("/applications/mine")
  @Operation(summary = "The caller's own applications", description = "The newest first.")
  Page<ApplicationView> mine(PageQuery page, Caller caller) {
    return views.of(caller.personId(), page);
  }

  @GetMapping("/{id}/applications/{applicationId}")
  @Operation(
      summary = "One application",
      description = "For its applicant and the fair's organisers.")
  ResponseEntity<ApplicationView> get(
      @PathVariable String id, @PathVariable String applicationId, Caller caller) {
    fairs.requireParty(caller, id, applicationId);
    return answer(views.of(fairs.seenBy(Optional.of(caller), id), applicationId));
  }

  @PostMapping("/{id}/applications/{applicationId}/withdraw")
  @Operation(
      summary = "Take an application back, and with it the booth",
      description = "For its applicant and the fair's organisers. If-Match may be given.")
  ResponseEntity<ApplicationView> withdraw(
      @PathVariable String id,
      @PathVariable String applicationId,
      @RequestBody @Valid ReviewRequests.Withdraw request,
      Optional<IfMatch> seen,
      Caller caller) {
    fairs.requireParty(caller, id, applicationId);
    KeptFair kept =
        FairProblems.done(
            withdraw.withdraw(id, applicationId, FairLifeController.edition(seen), request.said()));
    return answer(views.of(kept, applicationId));
  }

  static ResponseEntity<ApplicationView> answer(ApplicationView view) {
    return Versioned.ok(view.version(), view);
  }
}
