package org.juxian.gateway.routing;

import java.io.IOException;
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
 * Connections to the services, kept open and shared. The clients do nothing by themselves: they
 * follow no redirect, keep no cookie, unpack nothing and try nothing twice.
 *
 * @param calls for everything that is asked and answered
 * @param streams for streams of events, which stay open for hours and must not use up the others
 */
record HttpConnections(CloseableHttpClient calls, CloseableHttpClient streams)
    implements AutoCloseable {

  /**
   * Services close idle connections after a minute; we do so earlier, so that none is half dead.
   */
  private static final TimeValue IDLE_LIMIT = TimeValue.ofSeconds(30);

  private static final TimeValue CHECK_AFTER = TimeValue.ofSeconds(1);

  static HttpConnections open(CallSettings settings) {
    return new HttpConnections(
        client(settings, settings.answerLimit(), settings.connections()),
        client(settings, settings.streamLimit(), settings.streams()));
  }

  private static CloseableHttpClient client(
      CallSettings settings, Duration silence, int connections) {
    return HttpClients.custom()
        .setConnectionManager(pool(settings, silence, connections))
        .setDefaultRequestConfig(limits(settings, silence))
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .evictIdleConnections(IDLE_LIMIT)
        .build();
  }

  @Override
  public void close() throws IOException {
    try (calls;
        streams) {
      // Closing is all.
    }
  }

  private static RequestConfig limits(CallSettings settings, Duration silence) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(timeout(settings.connectLimit()))
        .setResponseTimeout(timeout(silence))
        .setExpectContinueEnabled(false)
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static PoolingHttpClientConnectionManager pool(
      CallSettings settings, Duration silence, int connections) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
        .setMaxConnPerRoute(connections)
        .setMaxConnTotal(connections * ServiceName.values().length)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(settings.connectLimit()))
                .setSocketTimeout(timeout(silence))
                .setValidateAfterInactivity(CHECK_AFTER)
                .setTimeToLive(TimeValue.ofMinutes(10))
                .build())
        .setDefaultSocketConfig(
            SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(timeout(silence)).build())
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
