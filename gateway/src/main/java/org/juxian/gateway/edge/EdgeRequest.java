package org.juxian.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.gateway.PublicAddress;
import org.springframework.util.function.SingletonSupplier;

/**
 * A request as the rest of the gateway sees it: without anything that only the gateway may say, and
 * with parameters from its query alone, so that nobody reads a body which a service is to read.
 */
final class EdgeRequest extends HttpServletRequestWrapper {

  /** Who the client is, where it asked, and which trace it belongs to: told by us, not by it. */
  private static final Set<String> NOT_FOR_CLIENTS =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "x-original-url",
          "x-original-host",
          "x-rewrite-url",
          "x-http-method-override",
          "x-application-context",
          "traceparent",
          "tracestate",
          "baggage",
          "b3");

  private static final List<String> NOT_FOR_CLIENTS_EITHER =
      List.of("x-forwarded-", "x-b3-", "x-juxian-", "ce_", "ce-");

  private final String client;
  private final PublicAddress address;
  private final SingletonSupplier<Map<String, String[]>> parameters;

  EdgeRequest(HttpServletRequest request, String client, PublicAddress address) {
    super(request);
    this.client = client;
    this.address = address;
    this.parameters = SingletonSupplier.of(this::readQuery);
  }

  static boolean isOurs(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return NOT_FOR_CLIENTS.contains(name)
        || NOT_FOR_CLIENTS_EITHER.stream().anyMatch(name::startsWith);
  }

  @Override
  public String getRemoteAddr() {
    return client;
  }

  @Override
  public String getRemoteHost() {
    return client;
  }

  @Override
  public boolean isSecure() {
    return address.secure() || super.isSecure();
  }

  @Override
  public String getScheme() {
    return isSecure() ? "https" : super.getScheme();
  }

  /** Where TLS ends before us, a host without a port means the port of https. */
  @Override
  public int getServerPort() {
    String host = super.getHeader("Host");
    boolean said = host != null && host.matches(".*:\\d+");
    return isSecure() && !said ? 443 : super.getServerPort();
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = new StringBuffer(getScheme()).append("://").append(getServerName());
    int port = getServerPort();
    if (port != (isSecure() ? 443 : 80)) {
      url.append(':').append(port);
    }
    return url.append(getRequestURI());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters.obtain();
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return getParameterMap().get(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  private Map<String, String[]> readQuery() {
    String query = getQueryString();
    if (query == null) {
      return Map.of();
    }
    Map<String, List<String>> read = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      read.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
    }
    Map<String, String[]> parameters = new LinkedHashMap<>();
    read.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return Collections.unmodifiableMap(parameters);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isOurs(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isOurs(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = new ArrayList<>();
    for (String name : Collections.list(super.getHeaderNames())) {
      if (!isOurs(name)) {
        names.add(name);
      }
    }
    return Collections.enumeration(names);
  }
}
