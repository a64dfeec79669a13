package org.juxian.embeddedmongo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.files.Repair;
import org.juxian.embeddedmongo.files.StoreException;
import org.juxian.embeddedmongo.tables.Catalog;

/** Runs one server until it is told to stop, or repairs a folder. */
public final class Main {
  private static final String USAGE =
      """
      Usage: embedded-mongo [--folder=<folder>] [--host=<address>] [--port=<port>] [--user=<name> --password=<password>]
             embedded-mongo repair <folder>
      The environment may give the same: EMBEDDED_MONGO_FOLDER, _HOST, _PORT, _USER, _PASSWORD.
      Without a folder everything is forgotten at the end. Default address: 127.0.0.1, port 27017.\
      """;

  private Main() {}

  public static void main(String[] arguments) {
    int status = run(arguments);
    if (status >= 0) {
      System.exit(status);
    }
  }

  private static int run(String[] arguments) {
    try {
      if (arguments.length == 2 && arguments[0].equals("repair")) {
        System.out.println(Repair.repair(Path.of(arguments[1]), new Catalog()));
        return 0;
      }
      serve(options(arguments));
      return -1;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      return 2;
    } catch (StoreException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static Options options(String[] arguments) {
    for (String argument : arguments) {
      if (!argument.matches("--(folder|host|port|user|password)=.*")) {
        throw new IllegalArgumentException("Not understood: " + argument);
      }
    }
    String folder = setting(arguments, "folder");
    String host = setting(arguments, "host");
    String port = setting(arguments, "port");
    String user = setting(arguments, "user");
    String password = setting(arguments, "password");
    Options options = folder == null ? Options.inMemory() : Options.in(Path.of(folder));
    options = options.withPort(port == null ? 27017 : Integer.parseInt(port));
    if (host != null) {
      options = options.withHost(host);
    }
    if (user != null || password != null) {
      if (user == null || password == null) {
        throw new IllegalArgumentException("A user needs a password, and a password a user.");
      }
      options = options.withUser(user, password);
    }
    return options;
  }

  private static @Nullable String setting(String[] arguments, String name) {
    String prefix = "--" + name + "=";
    for (String argument : arguments) {
      if (argument.startsWith(prefix)) {
        return argument.substring(prefix.length());
      }
    }
    return System.getenv("EMBEDDED_MONGO_" + name.toUpperCase(java.util.Locale.ROOT));
  }

  private static void serve(Options options) {
    EmbeddedMongo server = EmbeddedMongo.open(options);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                }));
    System.out.println("embedded-mongo is ready on " + options.host() + ":" + server.port());
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
