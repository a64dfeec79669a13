package org.juxian.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.people.Granting;
import org.juxian.identity.people.Granting.Outcome;
import org.juxian.identity.people.People;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Person;
import org.juxian.identity.person.Role;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What administrators see and change of people. */
@RestController
@RequestMapping("/api/identity/people")
@AllowedTo(roles = Roles.ADMINISTRATOR)
@Tag(name = "people")
class PersonController {

  /** Something visible, and no control characters. */
  static final String NAME = "(?=.*\\S)[^\\p{Cntrl}]*";

  private final People people;
  private final Granting granting;

  PersonController(People people, Granting granting) {
    this.people = people;
    this.granting = granting;
  }

  record PersonRequest(
      @NotBlank @Size(max = 254) String address,
      @NotNull @Size(max = 60) @Pattern(regexp = NAME, message = "name") String name) {

    /** Not the address: it may end in a log. */
    @Override
    public String toString() {
      return "PersonRequest";
    }
  }

  record GrantRequest(
      @NotBlank @Size(max = 40) String role,
      @Nullable @Pattern(regexp = "[0-9a-f]{32}", message = "id") String organisationId) {}

  @GetMapping
  @Operation(summary = "Find people by name or address")
  Page<PersonView> list(
      @RequestParam(defaultValue = "") @Size(max = 100) String query, PageQuery page) {
    return Page.of(
        people.search(query, page.after().orElse(""), page.limit()),
        page.limit(),
        Person::id,
        PersonView::of);
  }

  @PostMapping
  @Operation(summary = "Add a person")
  ResponseEntity<PersonView> add(@RequestBody @Valid PersonRequest request) {
    Person person =
        people
            .add(Refusals.address(request.address()), request.name().strip())
            .orElseThrow(() -> Problem.of(409, "address-taken").field("address", "address-taken"));
    return ResponseEntity.created(URI.create("/api/identity/people/" + person.id()))
        .body(PersonView.of(person));
  }

  @GetMapping("/{id}")
  @Operation(summary = "See a person")
  PersonView get(@PathVariable String id) {
    return people.find(id).map(PersonView::of).orElseThrow(Problem::notFound);
  }

  @PostMapping("/{id}/grants")
  @Operation(summary = "Grant a role, for an organisation or for the whole alliance")
  PersonView grant(@PathVariable String id, @RequestBody @Valid GrantRequest request) {
    return view(granting.grant(id, grant(request.role(), request.organisationId())));
  }

  @DeleteMapping("/{id}/grants/{role}")
  @Operation(summary = "Take a role back")
  ResponseEntity<Void> revoke(
      @PathVariable String id,
      @PathVariable String role,
      @RequestParam(required = false) @Nullable String organisationId) {
    view(granting.revoke(id, grant(role, organisationId)));
    return ResponseEntity.noContent().build();
  }

  private static Grant grant(String role, @Nullable String organisationId) {
    return new Grant(
        Role.of(role).orElseThrow(() -> Problem.invalid("role", "role")), organisationId);
  }

  private static PersonView view(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Person person) -> PersonView.of(person);
      case Outcome.NoSuchPerson() -> throw Problem.notFound();
      case Outcome.NoSuchOrganisation() -> throw Problem.invalid("organisationId", "organisation");
      case Outcome.NotForAnOrganisation() ->
          throw Problem.invalid("organisationId", "whole-alliance");
      case Outcome.LastAdministrator() -> throw Problem.of(409, "last-administrator");
    };
  }
}
