package org.juxian.gateway.routing;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param services base addresses without a path
 */
@ConfigurationProperties("juxian.gateway")
public record ServiceAddresses(Map<ServiceName, URI> services) {

  public ServiceAddresses {
    services = Map.copyOf(services);
  }

  /** The service's base address. */
  public URI of(ServiceName service) {
    URI uri = services.get(service);
    if (uri == null) {
      throw new IllegalStateException("juxian.gateway.services." + service.slug() + " is not set.");
    }
    return uri;
  }
}
