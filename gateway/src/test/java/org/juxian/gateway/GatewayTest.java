package org.juxian.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.juxian.gateway.routing.ServiceName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway over fake services; one for all tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GatewayTest {

  /** So many calls may be under way to one service. */
  static final int CONNECTIONS = 24;

  @LocalServerPort int port;
  @Autowired MeterRegistry meters;

  @DynamicPropertySource
  static void fakes(DynamicPropertyRegistry properties) {
    Fakes.configure(properties);
  }

  Browser browser() {
    return Browser.at(port);
  }

  /** A program with a token of its own. */
  Browser program() {
    return browser().with("Authorization", "Bearer some.made-up.token");
  }

  static FakeService service(ServiceName name) {
    return Fakes.service(name);
  }

  /** Sends exactly this and reads until the gateway closes. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
