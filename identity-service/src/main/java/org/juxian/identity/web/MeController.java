package org.juxian.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.people.People;
import org.juxian.identity.people.People.Added;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people see and change of themselves. */
@RestController
@RequestMapping("/api/identity/me")
@AllowedTo(signedIn = true)
@Tag(name = "me")
class MeController {

  private final People people;
  private final Door door;

  MeController(People people, Door door) {
    this.people = people;
    this.door = door;
  }

  /** What is absent stays. */
  record MeChange(
      @Nullable @Size(max = 60) @Pattern(regexp = PersonController.NAME, message = "name")
          String name,
      @Nullable @Pattern(regexp = "zh|en", message = "language") String language) {}

  @GetMapping
  @Operation(summary = "Who am I")
  PersonView me(Caller caller) {
    return people.find(caller.personId()).map(PersonView::of).orElseThrow(Problem::notFound);
  }

  @PatchMapping
  @Operation(summary = "Change my name or language")
  PersonView change(@RequestBody @Valid MeChange change, Caller caller) {
    return people
        .change(caller.personId(), person -> changed(person, change))
        .map(PersonView::of)
        .orElseThrow(Problem::notFound);
  }

  @PostMapping("/addresses")
  @Operation(summary = "Add a second address, shown to be mine by a code")
  PersonView addAddress(
      @RequestBody @Valid CodeEntry entry, Caller caller, HttpServletRequest http) {
    return switch (people.addAddress(caller.personId(), door.proven(entry, http))) {
      case Added.Done(Person person) -> PersonView.of(person);
      case Added.HasOne() -> throw Problem.of(409, "has-address").field("address", "has-address");
      case Added.OthersAddress() ->
          throw Problem.of(409, "address-taken").field("address", "address-taken");
      case Added.NoSuchPerson() -> throw Problem.notFound();
    };
  }

  private static Person changed(Person person, MeChange change) {
    Person named = change.name() == null ? person : person.called(change.name().strip());
    return change.language() == null ? named : named.reading(Language.of(change.language()));
  }
}
