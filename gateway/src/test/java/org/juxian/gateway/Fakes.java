package org.juxian.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.juxian.gateway.routing.ServiceName;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What stands behind the gateway in tests, started once for all of them. */
final class Fakes {

  static final Map<ServiceName, FakeService> SERVICES = new EnumMap<>(ServiceName.class);
  static final FakeProvider PROVIDER;
  static final Path WEB = folder();

  static {
    ServiceName.all().forEach(name -> SERVICES.put(name, new FakeService(name.slug())));
    PROVIDER = new FakeProvider(service(ServiceName.IDENTITY));
  }

  private Fakes() {}

  static FakeService service(ServiceName name) {
    return SERVICES.get(name);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("juxian-web");
      Files.writeString(folder.resolve("index.html"), "<!doctype html><title>聚贤</title>");
      Files.createDirectories(folder.resolve("assets"));
      Files.writeString(folder.resolve("assets/app-1a2b.js"), "let a = 1;\n".repeat(400));
      Files.writeString(folder.resolve("assets/ready-3c4d.js"), "let b = 1;\n".repeat(400));
      Files.writeString(folder.resolve("assets/ready-3c4d.js.br"), "(brotli)");
      Files.createDirectories(folder.resolve("desk/door"));
      Files.writeString(folder.resolve("desk/door/worker.js"), "let worker;");
      Files.writeString(folder.resolve("favicon.svg"), "<svg/>");
      Files.writeString(folder.resolve(".hidden"), "secret");
      Files.createSymbolicLink(folder.resolve("outside.txt"), Path.of("/etc/hostname"));
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void configure(DynamicPropertyRegistry properties) {
    SERVICES.forEach(
        (name, service) ->
            properties.add("juxian.gateway.services." + name.slug(), service::address));
    properties.add("juxian.gateway.app.folder", WEB::toString);
    properties.add("juxian.gateway.provider.client-secret", () -> FakeProvider.SECRET);
    properties.add(
        "juxian.gateway.session.cookie-key", () -> "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    properties.add("juxian.gateway.calls.answer-limit", () -> "800ms");
    properties.add("juxian.gateway.calls.connections", () -> GatewayTest.CONNECTIONS);
    properties.add("juxian.gateway.calls.breaker-pause", () -> "700ms");
    // 127.0.0.2 is the proxy in front of the gateway; 127.0.0.1 is anybody.
    properties.add("juxian.gateway.edge.trusted-proxies", () -> "127.0.0.2,10.0.0.0/8");
    properties.add("juxian.gateway.rate.limits.codes", () -> "5/10m");
    properties.add("juxian.gateway.rate.limits.sign-ins", () -> "50/10m");
    properties.add("juxian.gateway.rate.limits.person-writes", () -> "20/10m");
  }
}
