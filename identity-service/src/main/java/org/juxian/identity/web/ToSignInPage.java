package org.juxian.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a browser whose person is not known to the web app's sign-in page. After that, the web app
 * has the gateway begin its own authorization again; another client's has to go on where it was,
 * which the page finds in {@code return}.
 */
final class ToSignInPage implements AuthenticationEntryPoint {

  private static final String GATEWAY = "juxian-gateway";

  private final String page;

  ToSignInPage(String publicUrl) {
    this.page = publicUrl + "/sign-in";
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
      throws IOException {
    UriComponentsBuilder to = UriComponentsBuilder.fromUriString(page);
    if (GATEWAY.equals(request.getParameter("client_id"))) {
      response.sendRedirect(page);
      return;
    }
    String here = request.getRequestURI() + "?" + request.getQueryString();
    response.sendRedirect(
        to.queryParam("return", "{here}").encode().buildAndExpand(here).toUriString());
  }
}
