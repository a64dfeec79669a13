package org.juxian.standalone.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

/**
 * The sandbox as a process of its own: {@code SandboxMain <folder> <smtp port> <smpp port> <page
 * port> [<address>]}. Without an address it listens on the loopback address; in a container it has
 * to listen on all.
 */
public final class SandboxMain {

  private SandboxMain() {}

  /** Starts the sandbox and stays until the process is told to end. */
  public static void main(String[] args) throws InterruptedException {
    try {
      Sandbox sandbox =
          Sandbox.open(
              Path.of(args[0]),
              InetAddress.getByName(args.length > 4 ? args[4] : "127.0.0.1"),
              Integer.parseInt(args[1]),
              Integer.parseInt(args[2]),
              Integer.parseInt(args[3]));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> close(sandbox)));
      System.out.println("sandbox ready, inbox at http://127.0.0.1:" + args[3]);
    } catch (IOException | RuntimeException e) {
      System.err.println("sandbox cannot start: " + e.getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private static void close(Sandbox sandbox) {
    try {
      sandbox.close();
    } catch (IOException e) {
      System.err.println("sandbox did not close well: " + e.getMessage());
    }
  }
}
