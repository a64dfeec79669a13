package org.juxian.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.juxian.gateway.PublicAddress;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which request goes where. Nothing else reaches a service: not its {@code /actuator}. */
@Configuration(proxyBeanMethods = false)
class Routes {

  /** The attribute that says which service a request goes to. */
  static final String SERVICE = Routes.class.getName() + ".service";

  @Bean
  RouterFunction<ServerResponse> services(ServiceAddresses addresses, ServiceCalls calls) {
    return ServiceName.all()
        .map(service -> routes(service, addresses, calls))
        .reduce(RouterFunction::and)
        .orElseThrow();
  }

  private static RouterFunction<ServerResponse> routes(
      ServiceName service, ServiceAddresses addresses, ServiceCalls calls) {
    RequestPredicate own =
        service.paths().stream()
            .map(pattern -> path(pattern))
            .reduce(RequestPredicate::or)
            .orElseThrow();
    return route(service.slug())
        .route(own, http())
        .before(uri(addresses.of(service)))
        .filter(calls.to(service))
        .filter(marked(service))
        .build()
        .and(
            route(service.slug() + "-docs")
                .route(GET(service.docsPath()), http())
                .before(uri(addresses.of(service)))
                .before(setPath("/v3/api-docs"))
                .filter(calls.to(service))
                .filter(marked(service))
                .build());
  }

  private static HandlerFilterFunction<ServerResponse, ServerResponse> marked(ServiceName service) {
    return HandlerFilterFunction.ofRequestProcessor(
        request -> {
          MvcUtils.putAttribute(request, SERVICE, service.slug());
          return request;
        });
  }

  @Bean
  HttpConnections serviceConnections(CallSettings settings) {
    return HttpConnections.open(settings);
  }

  @Bean
  ProxyExchange serviceExchange(HttpConnections connections) {
    return new HttpExchange(connections);
  }

  @Bean
  ServiceCalls serviceCalls(CallSettings settings, MeterRegistry meters) {
    return new ServiceCalls(settings, meters);
  }

  @Bean
  OutgoingHeaders outgoingHeaders(PublicAddress address, Tracer tracer, Propagator propagator) {
    return new OutgoingHeaders(address, tracer, propagator);
  }

  @Bean
  ReturningHeaders returningHeaders() {
    return new ReturningHeaders();
  }
}
