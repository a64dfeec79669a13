package org.juxian.fair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.Optional;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.interviewing.GiveInterviewBack;
import org.juxian.fair.interviewing.TakeInterview;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People take interview slots at booths. */
@RestController
@RequestMapping("/api/fairs/{id}")
@Tag(name = "Interviews")
class InterviewController {

  private final VisibleFairs fairs;
  private final TakeInterview take;
  private final GiveInterviewBack giveBack;
  private final InstantSource clock;

  InterviewController(
      VisibleFairs fairs, TakeInterview take, GiveInterviewBack giveBack, InstantSource clock) {
    this.fairs = fairs;
    this.take = take;
    this.giveBack = giveBack;
    this.clock = clock;
  }

  @GetMapping("/booths/{boothId}/interviews")
  @AllowedTo(anyone = true)
  @Operation(
      summary = "The interview slots of a booth that the caller can take, or took",
      description = "By their start. Who took the others is told to the exhibitor alone.")
  SlotView.All slots(
      @PathVariable String id, @PathVariable String boothId, Optional<Caller> caller) {
    Fair fair = fairs.seenBy(caller, id).fair();
    if (fair.plan().place(boothId).isEmpty()) {
      throw Problem.notFound();
    }
    String person = caller.map(Caller::personId).orElse("");
    return SlotView.All.of(fair, boothId, person, clock.instant());
  }

  @PostMapping("/interviews/{slotId}/take")
  @AllowedTo(signedIn = true)
  @Operation(
      summary = "Take an interview slot",
      description =
          "409 interview-taken where somebody else has it, interview-too-close where the caller has"
              + " another one at that time or less than ten minutes apart, already-interviewed where"
              + " they have one with this exhibitor. Again by who has it changes nothing.")
  SlotView take(
      @PathVariable String id,
      @PathVariable String slotId,
      @RequestBody @Valid InterviewRequests.Take request,
      Caller caller) {
    fairs.seenBy(Optional.of(caller), id);
    return view(
        FairProblems.done(take.take(id, slotId, request.guest(caller.personId()))), slotId, caller);
  }

  @PostMapping("/interviews/{slotId}/give-back")
  @AllowedTo(signedIn = true)
  @Operation(
      summary = "Give an interview slot back",
      description = "For who took it, until it begins; then somebody else can take it.")
  SlotView giveBack(@PathVariable String id, @PathVariable String slotId, Caller caller) {
    fairs.seenBy(Optional.of(caller), id);
    return view(
        FairProblems.done(giveBack.giveBack(id, slotId, caller.personId())), slotId, caller);
  }

  private static SlotView view(KeptFair kept, String slotId, Caller caller) {
    InterviewSlot slot = kept.fair().interviews().slots().get(slotId);
    if (slot == null) {
      throw Problem.notFound();
    }
    return SlotView.of(slot, caller.personId());
  }
}
