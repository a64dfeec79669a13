package org.juxian.gateway.limit;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one caller may ask of one gateway process.
 *
 * @param enabled false for load tests
 * @param limits such as {@code 600/10m}: six hundred at once, and as many again in the course of
 *     ten minutes
 */
@ConfigurationProperties("juxian.gateway.rate")
record LimitSettings(boolean enabled, Map<Limit, String> limits) {

  LimitSettings {
    limits = Map.copyOf(limits);
  }
}
