package org.juxian.standalone;

import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM is to run.
 *
 * @param part the process it becomes
 * @param arguments after the JVM's own flags: {@code -jar ...} or {@code -cp ... Main}, with the
 *     program's arguments
 * @param cache where its ahead-of-time cache is, or would be
 */
record Application(Part part, List<String> arguments, Path cache) {

  Application {
    arguments = List.copyOf(arguments);
  }
}
