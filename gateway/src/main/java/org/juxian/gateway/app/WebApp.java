package org.juxian.gateway.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** Answers everything that is neither a service's nor the gateway's own: with the web app. */
final class WebApp implements HttpRequestHandler {

  /** Paths that programs ask: an unknown one is a problem, not a page. */
  private static final Pattern FOR_PROGRAMS =
      Pattern.compile("/(api|oauth2|login|actuator|\\.well-known)(/.*)?");

  private final @Nullable AppFolder folder;
  private final ProblemWriter problems;
  private final Encodings encodings = new Encodings();

  WebApp(@Nullable AppFolder folder, ProblemWriter problems) {
    this.folder = folder;
    this.problems = problems;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    if (FOR_PROGRAMS.matcher(path).matches()) {
      problems.write(request, response, Problem.notFound());
      return;
    }
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
      problems.write(request, response, Problem.of(405, "method-not-allowed"));
      return;
    }
    if (folder == null || !folder.isBuilt()) {
      sayThatThereIsNone(request, response);
      return;
    }
    Optional<AppFile> file = folder.find(path);
    if (file.isPresent()) {
      send(file.get(), request, response);
    } else {
      problems.write(request, response, Problem.notFound());
    }
  }

  private void send(AppFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, file.caching());
    response.setHeader(HttpHeaders.ETAG, file.tag());
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(file.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Encodings.Form form = encodings.of(file, request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    if (form.encoding() != null) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, form.encoding());
    }
    write(file.type(), form.content(), request, response);
  }

  private static void sayThatThereIsNone(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    byte[] page =
        new ClassPathResource("no-web-app.html", WebApp.class)
            .getContentAsString(StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.UTF_8);
    write("text/html;charset=UTF-8", page, request, response);
  }

  private static void write(
      String type, byte[] content, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(content.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(content);
    }
  }
}
