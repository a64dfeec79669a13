package org.juxian.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.juxian.identity.provider.PersonSignedIn;
import org.juxian.identity.signingin.BrowserSessions;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the person by the browser's cookie, at the authorization endpoint and nowhere else. */
@Component
class SessionFilter extends OncePerRequestFilter {

  private final BrowserSessions sessions;
  private final SessionCookie cookie;

  SessionFilter(BrowserSessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals("/oauth2/authorize");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    cookie.secret(request).ifPresent(secret -> signIn(secret, response));
    chain.doFilter(request, response);
  }

  private void signIn(String secret, HttpServletResponse response) {
    sessions
        .use(secret)
        .ifPresent(
            signedIn -> {
              SecurityContext context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(new PersonSignedIn(signedIn.personId()));
              SecurityContextHolder.setContext(context);
              if (signedIn.extended()) {
                response.addHeader(HttpHeaders.SET_COOKIE, cookie.with(secret).toString());
              }
            });
  }
}
