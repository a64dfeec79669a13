package org.juxian.gateway.routing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections to the services, kept open and shared. The client does nothing by itself: it follows
 * no redirect, keeps no cookie, unpacks nothing and tries nothing twice.
 */
final class HttpConnections {

  /**
   * Services close idle connections after a minute; we do so earlier, so that none is half dead.
   */
  private static final TimeValue IDLE_LIMIT = TimeValue.ofSeconds(30);

  private static final TimeValue CHECK_AFTER = TimeValue.ofSeconds(1);

  private HttpConnections() {}

  static CloseableHttpClient open(CallSettings settings) {
    return HttpClients.custom()
        .setConnectionManager(pool(settings))
        .setDefaultRequestConfig(limits(settings, settings.answerLimit()))
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .evictIdleConnections(IDLE_LIMIT)
        .build();
  }

  /** The limits of one call. */
  static RequestConfig limits(CallSettings settings, Duration answer) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(timeout(settings.connectLimit()))
        .setResponseTimeout(timeout(answer))
        .setExpectContinueEnabled(false)
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static PoolingHttpClientConnectionManager pool(CallSettings settings) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
        .setMaxConnPerRoute(settings.connections())
        .setMaxConnTotal(settings.connections() * ServiceName.values().length)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(settings.connectLimit()))
                .setSocketTimeout(timeout(settings.answerLimit()))
                .setValidateAfterInactivity(CHECK_AFTER)
                .setTimeToLive(TimeValue.ofMinutes(10))
                .build())
        .setDefaultSocketConfig(
            SocketConfig.custom()
                .setTcpNoDelay(true)
                .setSoTimeout(timeout(settings.answerLimit()))
                .build())
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
