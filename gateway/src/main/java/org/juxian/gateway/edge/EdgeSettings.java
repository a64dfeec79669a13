package org.juxian.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is believed of those who stand in front of the gateway.
 *
 * @param trustedProxies networks whose {@code X-Forwarded-For} is believed ({@code 10.0.0.0/8},
 *     {@code loopback}, {@code private}); none by default
 * @param metricsFrom networks that may read {@code /actuator} beyond the health probes, and only
 *     when no proxy stands between
 * @param corsOrigins other origins whose pages may call the interface with a token; none by default
 */
@ConfigurationProperties("juxian.gateway.edge")
record EdgeSettings(
    List<String> trustedProxies, List<String> metricsFrom, List<String> corsOrigins) {}
