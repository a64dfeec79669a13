package org.juxian.platform.service.operations;

import java.util.NoSuchElementException;
import org.juxian.platform.messaging.DeadLetter;
import org.juxian.platform.messaging.DeadLetters;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The messages that this service set aside, for an operator. */
@RestController
@RequestMapping("/api/operations/${juxian.service}/dead-letters")
@AllowedTo(roles = Roles.ADMINISTRATOR)
class DeadLetterController {

  private final DeadLetters deadLetters;

  DeadLetterController(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  @GetMapping
  Page<DeadLetter> list() {
    return new Page<>(deadLetters.list(), null);
  }

  /** Handles it again; 409 with the reason where it still fails. */
  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void replay(@PathVariable String id) {
    try {
      deadLetters
          .replay(id)
          .ifPresent(
              reason -> {
                throw Problem.of(409, "dead-letter-still-fails", reason);
              });
    } catch (NoSuchElementException unknown) {
      throw Problem.notFound();
    }
  }
}
