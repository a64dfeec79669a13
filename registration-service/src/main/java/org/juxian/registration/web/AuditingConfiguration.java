package org.juxian.registration.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the audit before every endpoint, behind the check of who may call it. */
@Configuration(proxyBeanMethods = false)
class AuditingConfiguration implements WebMvcConfigurer {

  private final Auditing auditing;

  AuditingConfiguration(Auditing auditing) {
    this.auditing = auditing;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(auditing).order(Ordered.LOWEST_PRECEDENCE);
  }
}
