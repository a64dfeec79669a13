package org.juxian.gateway.app;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the web app is.
 *
 * @param folder what its build made ({@code web/dist}); empty for none
 */
@ConfigurationProperties("juxian.gateway.app")
record AppSettings(String folder) {}
