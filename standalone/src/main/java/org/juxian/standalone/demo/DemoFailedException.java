package org.juxian.standalone.demo;

/** A step of the demo was refused or not answered. */
public final class DemoFailedException extends Exception {

  DemoFailedException(String message) {
    super(message);
  }

  DemoFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
