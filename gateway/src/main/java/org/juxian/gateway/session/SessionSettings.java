package org.juxian.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How sessions are kept.
 *
 * @param cookieKey base64 of 32 bytes; several with commas between: the first seals, all open, so
 *     that a new one can be put in front. Empty: one is made and kept in {@code keysFolder}
 * @param keysFolder where a made key is kept; empty: in memory only
 * @param lifetime of a session, from its sign-in
 */
@ConfigurationProperties("juxian.gateway.session")
record SessionSettings(String cookieKey, String keysFolder, Duration lifetime) {}
