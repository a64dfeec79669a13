package org.juxian.gateway.docs;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what the page is made of from here: nothing comes from elsewhere. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration implements WebMvcConfigurer {

  private final String version;

  DocsConfiguration(@Value("${juxian.gateway.docs.swagger-ui}") String version) {
    this.version = version;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/api/docs/assets/**")
        .addResourceLocations(
            "classpath:/org/juxian/gateway/docs/",
            "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
  }
}
