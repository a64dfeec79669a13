package org.juxian.standalone;

/** The ports that the platform listens on. Each can be moved by {@code JUXIAN_PORT_<name>}. */
public enum Port {
  GATEWAY(8080, Part.GATEWAY),
  IDENTITY(8081, Part.IDENTITY),
  REGISTRATION(8082, Part.REGISTRATION),
  FAIR(8083, Part.FAIR),
  COMPETITION(8084, Part.COMPETITION),
  FORUM(8085, Part.FORUM),
  NOTIFICATION(8086, Part.NOTIFICATION),
  MONGO(27117, Part.MONGO),
  KAFKA(9192, Part.KAFKA),
  KAFKA_CONTROLLER(9193, Part.KAFKA),
  SMTP(1025, Part.SANDBOX),
  SMPP(2775, Part.SANDBOX),
  INBOX(8090, Part.SANDBOX);

  private final int usual;
  private final Part part;

  Port(int usual, Part part) {
    this.usual = usual;
    this.part = part;
  }

  int usual() {
    return usual;
  }

  /** The process that listens there. */
  public Part part() {
    return part;
  }

  /** The environment variable that moves it. */
  public String variable() {
    return "JUXIAN_PORT_" + name();
  }
}
