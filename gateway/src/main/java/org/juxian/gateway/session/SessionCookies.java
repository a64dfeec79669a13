package org.juxian.gateway.session;

/** The cookies that hold a session. */
final class SessionCookies {

  static final String NAME = "juxian-session";
  static final String PENDING = "juxian-signin";

  private SessionCookies() {}

  /** Whether a cookie is the gateway's own. */
  static boolean isOurs(String cookie) {
    String name = cookie.startsWith("__Host-") ? cookie.substring("__Host-".length()) : cookie;
    return name.startsWith(NAME) || name.startsWith(PENDING) || name.equals("XSRF-TOKEN");
  }
}
