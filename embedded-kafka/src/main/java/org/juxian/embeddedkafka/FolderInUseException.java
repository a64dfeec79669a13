package org.juxian.embeddedkafka;

import java.io.IOException;
import java.nio.file.Path;

/** Another broker, in this process or in another one, works in the folder. */
public final class FolderInUseException extends IOException {

  FolderInUseException(Path folder) {
    super("Another Kafka broker works in " + folder + ".");
  }
}
