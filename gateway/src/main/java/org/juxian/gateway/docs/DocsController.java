package org.juxian.gateway.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.juxian.platform.service.security.AllowedTo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that shows the interfaces of all services; each service describes itself. */
@RestController
@AllowedTo(anyone = true)
class DocsController {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  @GetMapping("/api/docs")
  ResponseEntity<byte[]> page() throws IOException {
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource("docs.html", DocsController.class).getContentAsByteArray());
  }
}
