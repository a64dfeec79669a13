package org.juxian.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.identity.provider.AccessTokens;
import org.juxian.identity.signingin.BrowserSessions;
import org.juxian.identity.signingin.RequestCode;
import org.juxian.platform.service.security.AllowedTo;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes out, codes in, and what one gets for them. */
@RestController
@RequestMapping("/api/identity")
@AllowedTo(anyone = true)
@Tag(name = "sign-in")
class SignInController {

  private final RequestCode requests;
  private final Door door;
  private final AccessTokens tokens;
  private final BrowserSessions sessions;
  private final SessionCookie cookie;

  SignInController(
      RequestCode requests,
      Door door,
      AccessTokens tokens,
      BrowserSessions sessions,
      SessionCookie cookie) {
    this.requests = requests;
    this.door = door;
    this.tokens = tokens;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  record CodeRequest(
      @NotBlank @Size(max = 254) String address,
      @Nullable @Pattern(regexp = "zh|en", message = "language") String language) {

    /** Not the address: it may end in a log. */
    @Override
    public String toString() {
      return "CodeRequest";
    }
  }

  record CodeOnItsWay(String address, Instant expiresAt, Instant resendAfter) {}

  record Token(String accessToken, String tokenType, long expiresIn) {

    /** Not the token: it may end in a log. */
    @Override
    public String toString() {
      return "Token";
    }
  }

  @PostMapping("/codes")
  @Operation(summary = "Send a one-time code to a phone or mail address")
  ResponseEntity<CodeOnItsWay> requestCode(
      @RequestBody @Valid CodeRequest request, Locale reader, HttpServletRequest http) {
    Address address = Refusals.address(request.address());
    String language = request.language();
    Language written = language == null ? Language.of(reader) : Language.of(language);
    return switch (requests.request(address, written, door.caller(http))) {
      case RequestCode.Outcome.Sent(Instant expiresAt, Instant resendAfter) ->
          ResponseEntity.accepted().body(new CodeOnItsWay(address.value(), expiresAt, resendAfter));
      case RequestCode.Outcome.TooMany(Duration wait) -> throw Refusals.tooManyCodes(wait);
    };
  }

  @PostMapping("/sign-in")
  @Operation(summary = "Sign a browser in with a code")
  ResponseEntity<Void> signIn(
      @RequestBody @Valid CodeEntry entry, Locale reader, HttpServletRequest http) {
    Person person = door.enter(entry, reader, http);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie.with(sessions.open(person.id())).toString())
        .build();
  }

  @PostMapping("/sign-out")
  @Operation(summary = "Sign the browser out")
  ResponseEntity<Void> signOut(HttpServletRequest http) {
    cookie.secret(http).ifPresent(sessions::close);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie.gone().toString())
        .build();
  }

  @PostMapping("/tokens")
  @Operation(summary = "Get an access token for the API with a code")
  Token token(@RequestBody @Valid CodeEntry entry, Locale reader, HttpServletRequest http) {
    Person person = door.enter(entry, reader, http);
    return new Token(tokens.sign(person), "Bearer", AccessTokens.LASTS.toSeconds());
  }
}
