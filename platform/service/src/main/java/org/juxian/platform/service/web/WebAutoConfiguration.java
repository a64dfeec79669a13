package org.juxian.platform.service.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import org.juxian.platform.service.problem.ProblemWriter;
import org.juxian.platform.service.security.Caller;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The conventions of every HTTP face. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
class WebAutoConfiguration implements WebMvcConfigurer {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, IfMatch.class, PageQuery.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new RequestArguments());
  }

  @Bean
  LocaleResolver localeResolver() {
    AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(
        List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    return resolver;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(
      @Value("${juxian.max-body:1MB}") DataSize limit, ProblemWriter problems) {
    FilterRegistrationBean<BodyLimitFilter> filter =
        new FilterRegistrationBean<>(new BodyLimitFilter(limit.toBytes(), problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return filter;
  }

  @Bean
  DescribedArguments describedArguments() {
    return new DescribedArguments();
  }

  @Bean
  OpenAPI apiDescription(@Value("${spring.application.name}") String name) {
    return new OpenAPI()
        .info(new Info().title("Juxian: " + name).version("1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }
}
