package org.juxian.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.problem.TooLargeException;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries one request to a service and its answer back, streaming both.
 *
 * <p>Only a request that can have had no effect is sent a second time, once: a GET or HEAD whose
 * connection failed.
 */
final class HttpExchange implements ProxyExchange {

  private final HttpConnections connections;

  HttpExchange(HttpConnections connections) {
    this.connections = connections;
  }

  @Override
  public ServerResponse exchange(Request request) {
    HttpServletRequest from = request.getServerRequest().servletRequest();
    URI target = target(request, from);
    try {
      return answer(request, call(target, request, from));
    } catch (CallFailedException failed) {
      if (mayRepeat(from, failed)) {
        return answer(request, call(target, request, from));
      }
      throw failed;
    }
  }

  /** A kept connection that the service has closed meanwhile is as good as none. */
  private static boolean mayRepeat(HttpServletRequest from, CallFailedException failed) {
    return isSafe(from.getMethod())
        && from.getContentLengthLong() <= 0
        && (failed.kind() == CallFailedException.Kind.NOT_REACHED
            || failed.getCause() instanceof NoHttpResponseException);
  }

  private ClassicHttpResponse call(URI target, Request request, HttpServletRequest from) {
    boolean stream = wantsEvents(from);
    CloseableHttpClient client = stream ? connections.streams() : connections.calls();
    try {
      return client.executeOpen(HttpHost.create(target), message(target, request, from), null);
    } catch (ConnectionRequestTimeoutException busy) {
      throw new CallFailedException(
          stream ? CallFailedException.Kind.STREAMS_IN_USE : CallFailedException.Kind.BUSY, busy);
    } catch (ConnectException
        | NoRouteToHostException
        | UnknownHostException
        | ConnectTimeoutException unreachable) {
      throw new CallFailedException(CallFailedException.Kind.NOT_REACHED, unreachable);
    } catch (SocketTimeoutException late) {
      throw new CallFailedException(CallFailedException.Kind.TOO_SLOW, late);
    } catch (TooLargeException tooLarge) {
      throw Problem.of(413, "too-large");
    } catch (ClientReadException aborted) {
      throw Problem.of(400, "unreadable");
    } catch (InterruptedIOException interrupted) {
      throw new CallFailedException(CallFailedException.Kind.BROKEN, interrupted);
    } catch (IOException broken) {
      throw new CallFailedException(CallFailedException.Kind.BROKEN, broken);
    }
  }

  /** As the browsers' EventSource says. */
  private static boolean wantsEvents(HttpServletRequest from) {
    String accept = from.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private static ClassicHttpRequest message(URI target, Request request, HttpServletRequest from)
      throws IOException {
    ClassicHttpRequest message = new BasicClassicHttpRequest(from.getMethod(), target);
    request
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> message.addHeader(name, value)));
    long length = from.getContentLengthLong();
    if (length > 0 || from.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      message.setEntity(
          // The type is among the headers already; an entity that has one would repeat it.
          new InputStreamEntity(new ClientBody(from.getInputStream()), length, null));
    } else if (length == 0) {
      // Not as a header: the client writes it for the entity, and refuses to have it twice.
      message.setEntity(new ByteArrayEntity(new byte[0], null));
    }
    return message;
  }

  /** The path as the route has it, the query as the client sent it. */
  private static URI target(Request request, HttpServletRequest from) {
    URI routed = request.getUri();
    if (routed == null) {
      throw new IllegalStateException("A route without an address.");
    }
    String query = from.getQueryString();
    String base = routed.getScheme() + "://" + routed.getRawAuthority() + routed.getRawPath();
    try {
      return URI.create(query == null ? base : base + "?" + query);
    } catch (IllegalArgumentException malformed) {
      throw Problem.of(400, "bad-request");
    }
  }

  private static ServerResponse answer(Request request, ClassicHttpResponse answer) {
    HttpHeaders headers = new HttpHeaders();
    for (Header header : answer.getHeaders()) {
      headers.add(header.getName(), header.getValue());
    }
    ReturnedAnswer returned = new ReturnedAnswer(answer);
    ProxyExchange.Response seen = new SeenAnswer(HttpStatusCode.valueOf(answer.getCode()), headers);
    request.getResponseConsumers().forEach(consumer -> consumer.accept(seen, returned));
    return returned;
  }

  private static boolean isSafe(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  private record SeenAnswer(HttpStatusCode status, HttpHeaders headers)
      implements ProxyExchange.Response {

    @Override
    public HttpStatusCode getStatusCode() {
      return status;
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }

  /** Tells a client that stops sending from a service that stops listening. */
  private static final class ClientBody extends InputStream {

    private final InputStream in;

    ClientBody(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (TooLargeException tooLarge) {
        throw tooLarge;
      } catch (IOException aborted) {
        throw new ClientReadException(aborted);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (TooLargeException tooLarge) {
        throw tooLarge;
      } catch (IOException aborted) {
        throw new ClientReadException(aborted);
      }
    }
  }

  /** The client stopped sending in the middle of a body. */
  private static final class ClientReadException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientReadException(IOException cause) {
      super(cause);
    }
  }
}
