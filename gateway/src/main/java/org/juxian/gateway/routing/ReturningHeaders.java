package org.juxian.gateway.routing;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a client is told of an answer: everything but what concerns only our connection to the
 * service, what the gateway says itself, and what only insiders need to know.
 */
final class ReturningHeaders implements ResponseHttpHeadersFilter {

  private static final Set<String> KEPT_BACK =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "date",
          "server",
          "x-powered-by",
          "x-application-context",
          "traceparent",
          "tracestate",
          "content-security-policy",
          "strict-transport-security",
          "referrer-policy",
          "permissions-policy",
          "x-content-type-options",
          "x-frame-options",
          "x-xss-protection",
          "access-control-allow-origin",
          "access-control-allow-credentials");

  @Override
  public HttpHeaders apply(HttpHeaders answered, ServerResponse response) {
    HttpHeaders headers = new HttpHeaders();
    answered.forEach(
        (name, values) -> {
          if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
            headers.addAll(name, values);
          }
        });
    return headers;
  }
}
