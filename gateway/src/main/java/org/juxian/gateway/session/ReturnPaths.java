package org.juxian.gateway.session;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after it has signed in: a path of ours and nothing else, so that no link can
 * use the sign-in to lead people elsewhere.
 */
final class ReturnPaths {

  static final String HOME = "/";

  private static final int LONGEST = 1000;

  private ReturnPaths() {}

  /** The path, or the start page in place of anything that is not certainly a path of ours. */
  static String safe(@Nullable String asked) {
    if (asked == null || asked.length() > LONGEST || !startsWithOneSlash(asked)) {
      return HOME;
    }
    if (asked.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c) || c == ' ')) {
      return HOME;
    }
    try {
      URI uri = new URI(asked);
      boolean local = uri.getScheme() == null && uri.getRawAuthority() == null;
      return local && !isSignIn(uri.getRawPath()) ? uri.toASCIIString() : HOME;
    } catch (URISyntaxException malformed) {
      return HOME;
    }
  }

  /** Browsers read two slashes as the beginning of another host's address. */
  private static boolean startsWithOneSlash(String asked) {
    return asked.startsWith("/") && !asked.startsWith("//") && !asked.startsWith("/\\");
  }

  private static boolean isSignIn(String path) {
    return path.startsWith("/oauth2/") || path.startsWith("/login/");
  }
}
