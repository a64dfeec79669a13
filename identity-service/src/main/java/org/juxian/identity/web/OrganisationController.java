package org.juxian.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.organisation.CreditCode;
import org.juxian.identity.organisation.Organisation;
import org.juxian.identity.organisation.OrganisationKind;
import org.juxian.identity.persistence.OrganisationStore;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.service.web.Versioned;
import org.juxian.platform.values.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The members of the alliance: everybody may see them, administrators keep them. */
@RestController
@RequestMapping("/api/identity/organisations")
@Tag(name = "organisations")
class OrganisationController {

  private final OrganisationStore organisations;
  private final Ids ids;

  OrganisationController(OrganisationStore organisations, Ids ids) {
    this.organisations = organisations;
    this.ids = ids;
  }

  record OrganisationRequest(
      @NotNull @Valid @Localized(max = 100) Text name,
      @NotBlank @Size(max = 40) String kind,
      @Nullable @Size(max = 18) String licenceNumber) {

    Organisation organisation(String id) {
      return new Organisation(id, name, OrganisationController.kind(kind), licence());
    }

    private @Nullable String licence() {
      if (licenceNumber == null || licenceNumber.isBlank()) {
        return null;
      }
      String code = licenceNumber.strip().toUpperCase(Locale.ROOT);
      if (!CreditCode.isValid(code)) {
        throw Problem.invalid("licenceNumber", "licence");
      }
      return code;
    }
  }

  record OrganisationView(
      String id, Text name, String kind, @Nullable String licenceNumber, long version) {

    static OrganisationView of(Stored<Organisation> stored) {
      Organisation one = stored.state();
      return new OrganisationView(
          one.id(), one.name(), one.kind().code(), one.licenceNumber(), stored.version());
    }
  }

  @GetMapping
  @AllowedTo(anyone = true)
  @Operation(summary = "Find organisations by name, licence number and kind")
  Page<OrganisationView> list(
      @RequestParam(defaultValue = "") @Size(max = 100) String query,
      @RequestParam(defaultValue = "") String kind,
      PageQuery page) {
    return Page.of(
        organisations.search(
            query, kind.isEmpty() ? null : kind(kind), page.after().orElse(""), page.limit()),
        page.limit(),
        Stored::id,
        OrganisationView::of);
  }

  @PostMapping
  @AllowedTo(roles = Roles.ADMINISTRATOR)
  @Operation(summary = "Add an organisation")
  ResponseEntity<OrganisationView> add(@RequestBody @Valid OrganisationRequest request) {
    Organisation organisation = request.organisation(ids.next());
    return switch (organisations.add(organisation)) {
      case DONE ->
          Versioned.created(
              "/api/identity/organisations/" + organisation.id(),
              1,
              OrganisationView.of(new Stored<>(organisation.id(), 1, organisation)));
      case LICENCE_TAKEN -> throw licenceTaken();
      case STALE -> throw new IllegalStateException("a new organisation has no other version");
    };
  }

  @GetMapping("/{id}")
  @AllowedTo(anyone = true)
  @Operation(summary = "See an organisation")
  ResponseEntity<OrganisationView> get(@PathVariable String id) {
    Stored<Organisation> found = organisations.find(id).orElseThrow(Problem::notFound);
    return Versioned.ok(found.version(), OrganisationView.of(found));
  }

  @PutMapping("/{id}")
  @AllowedTo(roles = Roles.ADMINISTRATOR)
  @Operation(summary = "Change an organisation")
  ResponseEntity<OrganisationView> change(
      @PathVariable String id, @RequestBody @Valid OrganisationRequest request, IfMatch seen) {
    Organisation organisation = request.organisation(id);
    long version = seen.version() + 1;
    return switch (organisations.change(organisation, seen.version())) {
      case DONE ->
          Versioned.ok(version, OrganisationView.of(new Stored<>(id, version, organisation)));
      case LICENCE_TAKEN -> throw licenceTaken();
      case STALE ->
          throw organisations.find(id).isPresent() ? Problem.of(412, "stale") : Problem.notFound();
    };
  }

  private static OrganisationKind kind(String code) {
    return OrganisationKind.of(code).orElseThrow(() -> Problem.invalid("kind", "kind"));
  }

  private static Problem licenceTaken() {
    return Problem.of(409, "licence-taken").field("licenceNumber", "licence-taken");
  }
}
