package org.juxian.standalone;

/** An environment variable has a value that cannot be used. */
public final class BadSettingException extends RuntimeException {

  private final String variable;
  private final String value;

  BadSettingException(String variable, String value) {
    super(variable + " has a value that cannot be used: " + value);
    this.variable = variable;
    this.value = value;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }

  /** Its value. */
  public String value() {
    return value;
  }
}
