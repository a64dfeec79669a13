package org.juxian.notification.sms;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where and as whom SMS are handed over.
 *
 * @param systemId the account at the SMSC
 * @param password its password; at most 8 characters are sent (SMPP 3.4, section 4.1.1)
 * @param sender what the phone shows as sender: at most 11 letters or digits
 */
@ConfigurationProperties("juxian.smpp")
record SmppProperties(String host, int port, String systemId, String password, String sender) {}
