package org.juxian.platform.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries the trace (W3C Trace Context) over the outbox and Kafka: header {@code traceparent}. */
public final class Tracing {

  /** The header that carries it. */
  public static final String TRACEPARENT = "traceparent";

  private final @Nullable Tracer tracer;
  private final @Nullable Propagator propagator;

  Tracing(@Nullable Tracer tracer, @Nullable Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The current trace as the header's value; empty where there is none. */
  public Optional<String> currentTraceparent() {
    if (tracer == null || propagator == null) {
      return Optional.empty();
    }
    Span span = tracer.currentSpan();
    if (span == null) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    propagator.inject(span.context(), headers, (carrier, key, value) -> headers.put(key, value));
    return Optional.ofNullable(headers.get(TRACEPARENT));
  }

  /** Runs {@code action} as part of the trace that the headers name, or of a new one. */
  public void within(String name, Function<String, @Nullable String> header, Runnable action) {
    if (tracer == null || propagator == null) {
      action.run();
      return;
    }
    Span span = propagator.extract(header, (from, key) -> from.apply(key)).name(name).start();
    try (var _ = tracer.withSpan(span)) {
      action.run();
    } catch (RuntimeException failed) {
      span.error(failed);
      throw failed;
    } finally {
      span.end();
    }
  }
}
