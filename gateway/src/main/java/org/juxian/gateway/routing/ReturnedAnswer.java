package org.juxian.gateway.routing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the client. An answer that breaks off does so for the client as
 * well: what is incomplete never looks complete.
 */
final class ReturnedAnswer implements ServerResponse {

  private static final int BUFFER = 16 * 1024;

  private final ClassicHttpResponse answer;
  private final HttpHeaders headers = new HttpHeaders();
  private Supplier<Problem> whenBroken = () -> Problem.of(503, "unavailable");

  ReturnedAnswer(ClassicHttpResponse answer) {
    this.answer = answer;
  }

  @Override
  public HttpStatusCode statusCode() {
    return HttpStatusCode.valueOf(answer.getCode());
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  /** The same, with what is said if it breaks off before any of it has left. */
  ReturnedAnswer orElse(Supplier<Problem> problem) {
    whenBroken = problem;
    return this;
  }

  /** Gives the connection back without passing the answer on. */
  void discard() {
    try {
      answer.close();
    } catch (IOException closedAnyway) {
      // it was not to be used again
    }
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    try (answer) {
      response.setStatus(answer.getCode());
      headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      HttpEntity entity = answer.getEntity();
      if (entity != null) {
        copy(entity.getContent(), response);
      }
    }
    return null;
  }

  private void copy(InputStream from, HttpServletResponse response) throws IOException {
    boolean streaming = isStream();
    OutputStream to = response.getOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int read = read(from, buffer, response); read >= 0; read = read(from, buffer, response)) {
      to.write(buffer, 0, read);
      if (streaming) {
        to.flush();
      }
    }
  }

  /** As long as nothing has left, an answer that breaks off can be told as a problem. */
  private int read(InputStream from, byte[] buffer, HttpServletResponse response)
      throws IOException {
    try {
      return from.read(buffer);
    } catch (IOException broken) {
      if (response.isCommitted()) {
        throw broken;
      }
      response.reset();
      throw whenBroken.get();
    }
  }

  private boolean isStream() {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type != null
        && (type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)
            || type.startsWith(MediaType.APPLICATION_NDJSON_VALUE));
  }
}
