package org.juxian.embeddedmongo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How to run one server.
 *
 * @param folder where the files lie; null keeps everything in memory, with the same indexes and no
 *     files
 * @param host the address to listen on; loopback unless somebody decides otherwise
 * @param port the TCP port; 0 takes a free one
 * @param user the one user who may sign in (SCRAM-SHA-256); null lets everybody in
 * @param password the user's password; present exactly if there is a user
 * @param sweepEvery how often expired documents (TTL indexes) and forgotten cursors are removed
 * @param compactFrom bytes of log from which a new snapshot is written, once the log also outgrew
 *     the last snapshot
 * @param clock the time by which documents expire
 */
public record Options(
    @Nullable Path folder,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Duration sweepEvery,
    long compactFrom,
    InstantSource clock) {

  public Options {
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException("A user needs a password, and a password a user.");
    }
  }

  /** In memory only, on a free loopback port. */
  public static Options inMemory() {
    return with(null);
  }

  /** Durable in the given folder, which is made if it is not there, on a free loopback port. */
  public static Options in(Path folder) {
    return with(folder);
  }

  private static Options with(@Nullable Path folder) {
    Duration sweep = Duration.ofSeconds(5);
    return new Options(
        folder, "127.0.0.1", 0, null, null, sweep, 32L << 20, InstantSource.system());
  }

  public Options withHost(String newHost) {
    return new Options(folder, newHost, port, user, password, sweepEvery, compactFrom, clock);
  }

  public Options withPort(int newPort) {
    return new Options(folder, host, newPort, user, password, sweepEvery, compactFrom, clock);
  }

  public Options withUser(String newUser, String newPassword) {
    return new Options(folder, host, port, newUser, newPassword, sweepEvery, compactFrom, clock);
  }

  public Options withSweepEvery(Duration newSweepEvery) {
    return new Options(folder, host, port, user, password, newSweepEvery, compactFrom, clock);
  }

  public Options withCompactFrom(long bytes) {
    return new Options(folder, host, port, user, password, sweepEvery, bytes, clock);
  }

  public Options withClock(InstantSource newClock) {
    return new Options(folder, host, port, user, password, sweepEvery, compactFrom, newClock);
  }

  @Override
  public String toString() {
    return "Options[folder="
        + folder
        + ", host="
        + host
        + ", port="
        + port
        + ", user="
        + user
        + "]";
  }
}
