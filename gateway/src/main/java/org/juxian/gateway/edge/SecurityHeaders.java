package org.juxian.gateway.edge;

import java.util.List;
import org.juxian.gateway.PublicAddress;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told to refuse on our pages. */
public final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

  /** Styles may stand in the page: antd writes its own there. */
  private static final List<String> CONTENT =
      List.of(
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "media-src 'self' blob:",
          "worker-src 'self'",
          "manifest-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  /** The camera scans tickets at the door. */
  private static final String PERMISSIONS =
      "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=()";

  private static final long TWO_YEARS = 63_072_000;

  private final PublicAddress address;

  SecurityHeaders(PublicAddress address) {
    this.address = address;
  }

  @Override
  public void customize(HeadersConfigurer<HttpSecurity> headers) {
    String content = String.join("; ", CONTENT);
    headers
        .contentSecurityPolicy(
            policy ->
                policy.policyDirectives(
                    address.secure() ? content + "; upgrade-insecure-requests" : content))
        .httpStrictTransportSecurity(
            transport -> transport.includeSubDomains(false).maxAgeInSeconds(TWO_YEARS))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
