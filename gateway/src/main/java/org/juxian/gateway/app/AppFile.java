package org.juxian.gateway.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file of the web app.
 *
 * @param path where it is on disk
 * @param name how it is asked for, such as {@code assets/index-4f2a.js}
 * @param size bytes
 * @param modified milliseconds since 1970
 */
record AppFile(Path path, String name, long size, long modified) {

  static final String INDEX = "index.html";

  /** How the names of service workers end: an old one would go on serving an old app. */
  private static final String WORKER = "/worker.js";

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final String AN_HOUR = "public, max-age=3600";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("mjs", "text/javascript;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain;charset=UTF-8"));

  private static final Set<String> COMPRESSIBLE =
      Set.of("html", "js", "mjs", "css", "json", "map", "webmanifest", "svg", "txt", "wasm");

  static AppFile of(Path path, String name) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
    return new AppFile(path, name, facts.size(), facts.lastModifiedTime().toMillis());
  }

  String type() {
    return TYPES.getOrDefault(ending(), "application/octet-stream");
  }

  boolean compressible() {
    return COMPRESSIBLE.contains(ending());
  }

  /** The build puts a hash of the content into the names of what is in {@code assets/}. */
  String caching() {
    if (name.startsWith("assets/")) {
      return FOREVER;
    }
    return name.equals(INDEX) || name.endsWith(WORKER) ? ASK_AGAIN : AN_HOUR;
  }

  String tag() {
    return "W/\"%x-%x\"".formatted(size, modified);
  }

  private String ending() {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
