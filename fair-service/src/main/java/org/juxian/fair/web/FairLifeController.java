package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.CancelRequest;
import org.juxian.fair.managing.CancelFair;
import org.juxian.fair.managing.PublishFair;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisers open fairs to the public, and call them off. */
@RestController
@RequestMapping("/api/fairs/{id}")
@Tag(name = "Fairs")
@AllowedTo(roles = Roles.ORGANISER)
class FairLifeController {

  private final VisibleFairs fairs;
  private final PublishFair publish;
  private final CancelFair cancel;

  FairLifeController(VisibleFairs fairs, PublishFair publish, CancelFair cancel) {
    this.fairs = fairs;
    this.publish = publish;
    this.cancel = cancel;
  }

  @PostMapping("/publish")
  @Operation(
      summary = "Publish a fair",
      description =
          "Opens it to the public, to registration and to booth applications. If-Match may be given.")
  ResponseEntity<FairView> publish(@PathVariable String id, Optional<IfMatch> seen, Caller caller) {
    fairs.managedBy(caller, id);
    return FairController.answer(FairProblems.done(publish.publish(id, edition(seen))));
  }

  @PostMapping("/cancel")
  @Operation(
      summary = "Call a fair off",
      description =
          "Final. Registrations are cancelled and booth applications closed. If-Match may be given.")
  ResponseEntity<FairView> cancel(
      @PathVariable String id,
      @RequestBody(required = false) @Valid @Nullable CancelRequest request,
      Optional<IfMatch> seen,
      Caller caller) {
    fairs.managedBy(caller, id);
    return FairController.answer(
        FairProblems.done(
            cancel.cancel(id, edition(seen), request == null ? null : request.reason())));
  }

  static OptionalLong edition(Optional<IfMatch> seen) {
    return seen.isPresent() ? OptionalLong.of(seen.get().version()) : OptionalLong.empty();
  }
}
