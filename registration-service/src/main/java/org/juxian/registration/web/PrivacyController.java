package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.privacy.Wish;
import org.juxian.registration.privacy.Wishes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person asks for all that is known of them, or to be forgotten, in every service. */
@RestController
@AllowedTo(signedIn = true)
class PrivacyController {

  private static final int MOST = 50;

  /** What is asked. */
  record WishRequest(
      @NotNull @Pattern(regexp = "export|erasure", message = "privacy-kind") String kind) {}

  /**
   * The receipt: who has done their part, and who has not yet.
   *
   * @param status {@code pending} or {@code completed}
   * @param keptUntil until when a copy can be taken, at least; absent where none was asked for
   * @param completed when each service said that it was done
   */
  record WishView(
      String id,
      String kind,
      String status,
      Instant at,
      @Nullable Instant keptUntil,
      Map<String, Instant> completed,
      Set<String> missing) {}

  /** All of them, newest first. */
  record WishList(List<WishView> items) {}

  /** Everything, by service. */
  record Archive(
      String requestId,
      String personId,
      Instant at,
      Set<String> missing,
      Map<String, JsonNode> services) {}

  private final Wishes wishes;
  private final JsonMapper json;

  PrivacyController(Wishes wishes, JsonMapper json) {
    this.wishes = wishes;
    this.json = json;
  }

  @PostMapping("/api/registrations/privacy-requests")
  ResponseEntity<WishView> ask(@RequestBody @Valid WishRequest request, Caller caller) {
    Wish.Kind kind = request.kind().equals("export") ? Wish.Kind.EXPORT : Wish.Kind.ERASURE;
    Wish wish = wishes.ask(caller.personId(), kind);
    return ResponseEntity.accepted()
        .location(URI.create("/api/registrations/privacy-requests/" + wish.id()))
        .body(view(wish));
  }

  @GetMapping("/api/registrations/privacy-requests")
  WishList mine(Caller caller) {
    return new WishList(wishes.of(caller.personId(), MOST).stream().map(this::view).toList());
  }

  @GetMapping("/api/registrations/privacy-requests/{id}")
  WishView show(@PathVariable String id, Caller caller) {
    return view(own(id, caller));
  }

  /** What the services have sent so far, as a file; which are missing is said in it. */
  @GetMapping("/api/registrations/privacy-requests/{id}/archive")
  ResponseEntity<Archive> archive(@PathVariable String id, Caller caller) {
    Wish wish = own(id, caller);
    if (wish.kind() != Wish.Kind.EXPORT) {
      throw Problem.notFound();
    }
    Map<String, JsonNode> services = new LinkedHashMap<>();
    wishes.exported(id).forEach((service, text) -> services.put(service, json.readTree(text)));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"juxian-" + id + ".json\"")
        .body(new Archive(id, wish.personId(), wish.at(), wish.missing(), services));
  }

  private Wish own(String id, Caller caller) {
    return wishes
        .find(id)
        .filter(wish -> wish.personId().equals(caller.personId()))
        .orElseThrow(Problem::notFound);
  }

  private WishView view(Wish wish) {
    return new WishView(
        wish.id(),
        wish.kind() == Wish.Kind.EXPORT ? "export" : "erasure",
        wish.isComplete() ? "completed" : "pending",
        wish.at(),
        wishes.keptUntil(wish).orElse(null),
        wish.answers(),
        wish.missing());
  }
}
