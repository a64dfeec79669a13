package org.juxian.gateway.limit;

import jakarta.servlet.Filter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.web.filter.CorsFilter;

/** The limits, for the filter chains that have them. */
public final class RateLimits {

  private final boolean enabled;
  private final Filter filter;

  RateLimits(boolean enabled, Filter filter) {
    this.enabled = enabled;
    this.filter = filter;
  }

  /** Counts what comes through the chain, before anything costs much. */
  public void addTo(HttpSecurity http) {
    if (enabled) {
      http.addFilterAfter(filter, CorsFilter.class);
    }
  }
}
