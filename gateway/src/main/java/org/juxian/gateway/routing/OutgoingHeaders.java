package org.juxian.gateway.routing;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.gateway.PublicAddress;
import org.juxian.gateway.session.Relay;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service is told of a request: the client's own headers without those that concern only its
 * connection or its session, and what the gateway knows: who the client is, where it asked, on
 * whose behalf, and in which trace.
 */
final class OutgoingHeaders implements RequestHttpHeadersFilter {

  /** RFC 9110, section 7.6.1, and what the client library writes itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect",
          "content-length",
          "host",
          "cookie",
          "authorization");

  private final PublicAddress address;
  private final Tracer tracer;
  private final Propagator propagator;

  OutgoingHeaders(PublicAddress address, Tracer tracer, Propagator propagator) {
    this.address = address;
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public HttpHeaders apply(HttpHeaders incoming, ServerRequest request) {
    HttpServletRequest from = request.servletRequest();
    HttpHeaders headers = new HttpHeaders();
    Set<String> named = namedByConnection(incoming);
    incoming.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OF_THE_CONNECTION.contains(lower) && !named.contains(lower)) {
            headers.addAll(name, values);
          }
        });
    headers.set("X-Forwarded-For", from.getRemoteAddr());
    headers.set("X-Forwarded-Proto", address.publicUrl().getScheme());
    headers.set("X-Forwarded-Host", address.host());
    headers.set("X-Forwarded-Port", String.valueOf(address.port()));
    addIdentity(headers, request);
    TraceContext trace = tracer.currentTraceContext().context();
    if (trace != null) {
      propagator.inject(trace, headers, (carrier, name, value) -> headers.set(name, value));
    }
    return headers;
  }

  private static void addIdentity(HttpHeaders headers, ServerRequest request) {
    HttpServletRequest from = request.servletRequest();
    String authorization = Relay.authorization(from);
    if (authorization != null) {
      headers.set(HttpHeaders.AUTHORIZATION, authorization);
    }
    if (ServiceName.IDENTITY.slug().equals(MvcUtils.getAttribute(request, Routes.SERVICE))) {
      String cookies = Relay.cookiesForProvider(from);
      if (!cookies.isEmpty()) {
        headers.set(HttpHeaders.COOKIE, cookies);
      }
    }
  }

  private static Set<String> namedByConnection(HttpHeaders incoming) {
    @Nullable List<String> lines = incoming.get(HttpHeaders.CONNECTION);
    return lines == null
        ? Set.of()
        : lines.stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
