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
 * Where the keys of tickets come from: {@code JUXIAN_TICKET_KEY}, or a file which is made at the
 * first start. Replicas share them. To change the signing key, first add the new one at the end and
 * restart all replicas; when the devices at the doors have fetched it, move it to the front; take
 * the old one out once its tickets are over.
 */
@Configuration(proxyBeanMethods = false)
class TicketKeys {

  private static final String FILE = "ticket-ed25519.pem";

  @Bean
  TicketTokens ticketTokens(
      @Value("${juxian.ticket.key:}") String pem, @Value("${juxian.ticket.keys-dir}") Path folder) {
    return new TicketTokens(TicketKeyRing.fromPem(pem.isBlank() ? keptIn(folder) : pem));
  }

  private static String keptIn(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return Files.readString(file);
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
