package org.juxian.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a platform is started on this machine.
 *
 * @param home the root of the source tree, with what the build made in it
 * @param dataFolder keeps databases, topics, keys and logs from one run to the next
 * @param ports where everything listens; loopback only
 * @param parts which processes are started
 * @param quickStart whether caches for quick starts are made and used
 * @param settings environment variables for every process, over those that are made up here
 */
public record PlatformOptions(
    Path home,
    Path dataFolder,
    Ports ports,
    Set<Part> parts,
    QuickStart quickStart,
    Map<String, String> settings) {

  private static final String MONGODB_URI = "MONGODB_URI";
  private static final String KAFKA_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
  private static final String USUAL_ADMINISTRATOR = "admin@juxian.example";

  /** What to do about ahead-of-time caches of the JVM. */
  public enum QuickStart {
    /** Make them where they are missing, which takes a while, and use them. */
    MAKE,
    /** Use those that are there. */
    USE,
    /** Neither. */
    OFF
  }

  public PlatformOptions {
    dataFolder = dataFolder.toAbsolutePath();
    parts = Set.copyOf(parts);
    settings = Map.copyOf(settings);
  }

  /**
   * As the environment says: {@code JUXIAN_DATA_DIR}, {@code JUXIAN_PORT_...}, {@code
   * JUXIAN_QUICK_START}, and every setting of the services. Where it names a MongoDB or a Kafka,
   * the embedded one is not started.
   */
  public static PlatformOptions from(Path home, Map<String, String> environment) {
    Map<String, String> settings =
        environment.entrySet().stream()
            .filter(setting -> isOurs(setting.getKey()) && !setting.getValue().isBlank())
            .collect(Collectors.toMap(Map.Entry::getKey, setting -> setting.getValue().strip()));
    Set<Part> parts = EnumSet.allOf(Part.class);
    if (settings.containsKey(MONGODB_URI)) {
      parts.remove(Part.MONGO);
    }
    if (settings.containsKey(KAFKA_SERVERS)) {
      parts.remove(Part.KAFKA);
    }
    Path data = home.resolve(settings.getOrDefault("JUXIAN_DATA_DIR", "data"));
    return new PlatformOptions(
        home, data, Ports.from(settings), parts, quickStart(settings), settings);
  }

  /** For tests and measurements: everything embedded, data in the given folder, free ports. */
  public static PlatformOptions temporary(Path dataFolder) {
    return from(findHome(), Map.of())
        .withDataFolder(dataFolder)
        .withPorts(Ports.free())
        .withQuickStart(QuickStart.USE);
  }

  /** The same with other data. */
  public PlatformOptions withDataFolder(Path newFolder) {
    return new PlatformOptions(home, newFolder, ports, parts, quickStart, settings);
  }

  /** The same on other ports. */
  public PlatformOptions withPorts(Ports newPorts) {
    return new PlatformOptions(home, dataFolder, newPorts, parts, quickStart, settings);
  }

  /** The same with only some of the processes. */
  public PlatformOptions withParts(Set<Part> newParts) {
    return new PlatformOptions(home, dataFolder, ports, newParts, quickStart, settings);
  }

  /** The same with another way to start quickly. */
  public PlatformOptions withQuickStart(QuickStart newQuickStart) {
    return new PlatformOptions(home, dataFolder, ports, parts, newQuickStart, settings);
  }

  /** The same with one more environment variable for every process. */
  public PlatformOptions with(String variable, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(variable, value);
    return new PlatformOptions(home, dataFolder, ports, parts, quickStart, more);
  }

  /** The address that people open. */
  public String address() {
    return settings.getOrDefault("JUXIAN_PUBLIC_URL", "http://localhost:" + ports.of(Port.GATEWAY));
  }

  /** Phone or mail address of the first administrator. */
  public String administrator() {
    return settings.getOrDefault("JUXIAN_ADMIN_ADDRESS", USUAL_ADMINISTRATOR);
  }

  /** Where the database is, embedded or not. */
  public String mongodbUri() {
    return settings.getOrDefault(MONGODB_URI, "mongodb://127.0.0.1:" + ports.of(Port.MONGO));
  }

  /** Where the broker is, embedded or not. */
  public String kafkaServers() {
    return settings.getOrDefault(KAFKA_SERVERS, "127.0.0.1:" + ports.of(Port.KAFKA));
  }

  /**
   * The most heap that the process gets, in MiB: as {@code JUXIAN_HEAP_<part>} says, else as usual.
   */
  int heapMebibytes(Part part) {
    String variable = "JUXIAN_HEAP_" + part.name();
    String text = settings.getOrDefault(variable, String.valueOf(part.heapMebibytes()));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadSettingException(variable, text);
    }
  }

  /** The root of the source tree that the working folder is in. */
  public static Path findHome() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("standalone/pom.xml"))) {
        return at;
      }
    }
    throw new IllegalStateException(folder + " is not in Juxian's source tree.");
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("JUXIAN_")
        || variable.equals(MONGODB_URI)
        || variable.equals(KAFKA_SERVERS);
  }

  private static QuickStart quickStart(Map<String, String> settings) {
    String text = settings.getOrDefault("JUXIAN_QUICK_START", "make");
    return switch (text) {
      case "make" -> QuickStart.MAKE;
      case "use" -> QuickStart.USE;
      case "off" -> QuickStart.OFF;
      default -> throw new BadSettingException("JUXIAN_QUICK_START", text);
    };
  }
}
