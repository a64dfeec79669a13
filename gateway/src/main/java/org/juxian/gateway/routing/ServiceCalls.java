package org.juxian.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.juxian.gateway.session.Relay;
import org.juxian.platform.service.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Guards the calls to each service with a circuit breaker of its own: a service that fails or
 * crawls is left alone for a moment, and is said to be away at once, while the others work on.
 */
final class ServiceCalls {

  private static final int UNAUTHORIZED = 401;
  private static final int WINDOW = 20;
  private static final int FIRST_JUDGED = 5;
  private static final int TRIALS = 3;
  private static final float HALF = 50f;
  private static final float MOST = 80f;

  private final Map<ServiceName, CircuitBreaker> breakers = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, Counter> refused = new EnumMap<>(ServiceName.class);
  private final Duration pause;

  ServiceCalls(CallSettings settings, MeterRegistry meters) {
    this.pause = settings.breakerPause();
    CircuitBreakerConfig rules = rules(settings);
    ServiceName.all()
        .forEach(
            service -> {
              CircuitBreaker breaker = CircuitBreaker.of(service.slug(), rules);
              breakers.put(service, breaker);
              Gauge.builder("juxian.gateway.breaker.open", breaker, ServiceCalls::open)
                  .tag("service", service.slug())
                  .description("1 while the service is left alone, else 0")
                  .register(meters);
              refused.put(
                  service,
                  Counter.builder("juxian.gateway.unavailable")
                      .tag("service", service.slug())
                      .description("answers that told of a service being away")
                      .register(meters));
            });
  }

  private static CircuitBreakerConfig rules(CallSettings settings) {
    return CircuitBreakerConfig.custom()
        .slidingWindow(
            WINDOW,
            FIRST_JUDGED,
            SlidingWindowType.COUNT_BASED,
            CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.LOCK_FREE)
        .failureRateThreshold(HALF)
        .slowCallDurationThreshold(settings.answerLimit().dividedBy(2))
        .slowCallRateThreshold(MOST)
        .waitDurationInOpenState(settings.breakerPause())
        .automaticTransitionFromOpenToHalfOpenEnabled(false)
        .permittedNumberOfCallsInHalfOpenState(TRIALS)
        .maxWaitDurationInHalfOpenState(settings.answerLimit().multipliedBy(2))
        .recordException(CallFailedException.class::isInstance)
        .ignoreException(failed -> !(failed instanceof CallFailedException))
        .writableStackTraceEnabled(false)
        .build();
  }

  private static double open(CircuitBreaker breaker) {
    return breaker.getState() == CircuitBreaker.State.CLOSED ? 0 : 1;
  }

  /** What stands before every call to the service. */
  HandlerFilterFunction<ServerResponse, ServerResponse> to(ServiceName service) {
    return (request, next) -> guarded(service, request, next);
  }

  private ServerResponse guarded(
      ServiceName service, ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    CircuitBreaker breaker = breaker(service);
    if (!breaker.tryAcquirePermission()) {
      throw away(service);
    }
    long start = System.nanoTime();
    try {
      ServerResponse answer = next.handle(request);
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return answer instanceof ReturnedAnswer returned
          ? honest(own(service, returned).orElse(() -> away(service)), request)
          : answer;
    } catch (CallFailedException failed) {
      if (failed.kind() == CallFailedException.Kind.STREAMS_IN_USE) {
        breaker.releasePermission();
      } else {
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failed);
      }
      throw away(service);
    } catch (Exception other) {
      breaker.releasePermission();
      throw other;
    }
  }

  /** Only the service that signs people in has cookies. */
  private static ReturnedAnswer own(ServiceName service, ReturnedAnswer answer) {
    if (service != ServiceName.IDENTITY) {
      answer.headers().remove(HttpHeaders.SET_COOKIE);
    }
    return answer;
  }

  /** "Please sign in" would be wrong to say to somebody whose session only waits to be renewed. */
  private static ServerResponse honest(ReturnedAnswer answer, ServerRequest request) {
    if (answer.statusCode().value() == UNAUTHORIZED
        && Relay.isNotRenewed(request.servletRequest())) {
      answer.discard();
      throw Relay.notRenewed();
    }
    return answer;
  }

  /** What is said when the service gives no answer. */
  Problem away(ServiceName service) {
    Counter counter = refused.get(service);
    if (counter != null) {
      counter.increment();
    }
    return Problem.of(503, "service-unavailable", service.inPlainWords())
        .with("service", service.slug())
        .retryAfter(pause);
  }

  private CircuitBreaker breaker(ServiceName service) {
    CircuitBreaker breaker = breakers.get(service);
    if (breaker == null) {
      throw new IllegalStateException(service.slug());
    }
    return breaker;
  }
}
