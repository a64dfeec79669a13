package org.juxian.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach the platform. Links, cookies and redirects are made from it, never from what a
 * request claims.
 *
 * @param publicUrl such as {@code https://juxian.example.org}, without a path
 */
@ConfigurationProperties("juxian")
public record PublicAddress(URI publicUrl) {

  /** Whether people come over TLS, wherever it ends. */
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }

  /** Scheme, host and port, as browsers write an origin. */
  public String origin() {
    return publicUrl.getScheme() + "://" + host();
  }

  /** Host, and port where it is not the scheme's own. */
  public String host() {
    return publicUrl.getPort() < 0 || publicUrl.getPort() == usualPort()
        ? publicUrl.getHost()
        : publicUrl.getHost() + ":" + publicUrl.getPort();
  }

  /** The port, said or usual. */
  public int port() {
    return publicUrl.getPort() < 0 ? usualPort() : publicUrl.getPort();
  }

  /** An absolute address of a path. */
  public String at(String path) {
    return origin() + path;
  }

  private int usualPort() {
    return secure() ? 443 : 80;
  }
}
