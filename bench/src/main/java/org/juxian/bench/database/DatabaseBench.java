package org.juxian.bench.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints operations per second of three databases, and how the embedded one stands to the others.
 */
public final class DatabaseBench {

  private static final int ROUNDS = 3;
  private static final int WARM_UP = 3;
  private static final List<Integer> THREADS = List.of(1, 16);

  private final List<Target> targets;
  private final Duration time;

  private DatabaseBench(List<Target> targets, Duration time) {
    this.targets = targets;
    this.time = time;
  }

  /**
   * Arguments: a folder for the embedded database, the JDBC URL of an empty PostgreSQL,
   * milliseconds for each measurement, then one or more numbers of documents.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (ServerProcess embedded = ServerProcess.embedded(folder);
        ServerProcess memory = ServerProcess.memory();
        Target one = new MongoTarget("embedded", embedded.address());
        Target two = new MongoTarget("memory backend", memory.address());
        Target three = new PostgresTarget(arguments[1])) {
      var bench =
          new DatabaseBench(
              List.of(one, two, three), Duration.ofMillis(Long.parseLong(arguments[2])));
      System.out.println(
          "| documents | operation | threads | embedded /s | memory backend /s | PostgreSQL /s"
              + " | to memory | to PostgreSQL |");
      System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|");
      for (String documents : List.of(arguments).subList(3, arguments.length)) {
        bench.measure(Integer.parseInt(documents));
      }
      System.out.printf(
          "%nResident: embedded %d MB, memory backend %d MB.%n",
          embedded.residentMegabytes(), memory.residentMegabytes());
    }
    restart(folder);
  }

  /** The processes were killed just now. */
  private static void restart(Path folder) throws Exception {
    long start = System.nanoTime();
    try (ServerProcess again = ServerProcess.embedded(folder)) {
      System.out.printf(
          "Restart after a kill: %.1f s, then %d MB resident.%n",
          (System.nanoTime() - start) / 1e9, again.residentMegabytes());
    }
  }

  private void measure(int documents) throws Exception {
    double[] loads = new double[targets.size()];
    for (int i = 0; i < loads.length; i++) {
      long start = System.nanoTime();
      targets.get(i).load(documents);
      loads[i] = documents / ((System.nanoTime() - start) / 1e9);
    }
    print(documents, "load, 1,000 at a time", 1, loads);
    for (int threads : THREADS) {
      for (Operation operation : Operation.values()) {
        Rate rate = new Rate(operation, documents, threads, time);
        print(documents, operation.label(), threads, medians(rate));
      }
    }
  }

  /**
   * In turns, so that what else the machine does hits all alike; the first rounds are to warm up,
   * for as long as the compilers take what they compile away from the rest.
   */
  private double[] medians(Rate rate) throws Exception {
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double[] rates = new double[targets.size()];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = rate.of(targets.get(i));
      }
      rounds.add(rates);
    }
    double[] medians = new double[targets.size()];
    for (int i = 0; i < medians.length; i++) {
      int target = i;
      medians[i] =
          rounds.stream()
              .skip(WARM_UP)
              .mapToDouble(one -> one[target])
              .sorted()
              .skip(ROUNDS / 2)
              .findFirst()
              .orElseThrow();
    }
    return medians;
  }

  private static void print(int documents, String what, int threads, double[] rates) {
    System.out.printf(
        "| %,d | %s | %d | %s | %.2f | %.2f |%n",
        documents,
        what,
        threads,
        String.join(" | ", Arrays.stream(rates).mapToObj(rate -> "%,.0f".formatted(rate)).toList()),
        rates[0] / rates[1],
        rates[0] / rates[2]);
  }
}
