package org.juxian.gateway.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a service may take.
 *
 * @param connectLimit until a connection stands
 * @param answerLimit until an answer begins, and between any two parts of it
 * @param streamLimit the same for a stream of events; services send a sign of life more often
 * @param connections at most so many at once to one service; who comes then waits for {@code
 *     connectLimit}
 * @param streams at most so many streams of events at once from one service, beside the connections
 * @param breakerPause how long a service that fails is left alone before it is tried again
 */
@ConfigurationProperties("juxian.gateway.calls")
record CallSettings(
    Duration connectLimit,
    Duration answerLimit,
    Duration streamLimit,
    int connections,
    int streams,
    Duration breakerPause) {}
