package org.juxian.registration.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the key that signs tickets comes from: {@code JUXIAN_TICKET_KEY}, or a file which is made
 * at the first start. Replicas share one.
 */
@Configuration(proxyBeanMethods = false)
class TicketKeys {

  private static final String FILE = "ticket-ed25519.pem";

  @Bean
  TicketTokens ticketTokens(
      @Value("${juxian.ticket.key:}") String pem, @Value("${juxian.ticket.keys-dir}") Path folder) {
    return new TicketTokens(pem.isBlank() ? madeIn(folder) : TicketKey.fromPem(pem));
  }

  private static TicketKey madeIn(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return TicketKey.fromPem(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException("The ticket key cannot be kept in " + folder, failed);
    }
  }

  /**
   * Written aside and linked into place, so that nobody reads half a key and the first one wins.
   */
  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    Path aside =
        Files.createTempFile(
            folder,
            "ticket",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(aside, TicketKey.make().toPem());
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException another) {
      // the other replica's key is as good
    } finally {
      Files.delete(aside);
    }
  }
}
