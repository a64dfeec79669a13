package org.juxian.gateway.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a service may take.
 *
 * @param connectLimit until a connection stands
 * @param answerLimit until an answer begins, and between any two parts of it
 * @param streamLimit the same for paths that end in {@code /stream}
 * @param connections at most so many at once to one service; who comes then waits for {@code
 *     connectLimit}
 * @param breakerPause how long a service that fails is left alone before it is tried again
 */
@ConfigurationProperties("juxian.gateway.calls")
record CallSettings(
    Duration connectLimit,
    Duration answerLimit,
    Duration streamLimit,
    int connections,
    Duration breakerPause) {}
