package org.juxian.registration.questions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be asked for, told by how their content begins. */
public enum FileType {
  PDF("%PDF-"),
  JPEG("\u00ff\u00d8\u00ff"),
  PNG("\u0089PNG\r\n\u001a\n");

  /** The first bytes, each as one character. */
  private final String beginning;

  FileType(String beginning) {
    this.beginning = beginning;
  }

  /** What the content is, whatever its name says; empty if it is none of these. */
  public static Optional<FileType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
  }

  /** The type called {@code pdf}, {@code jpeg} or {@code png}. */
  public static Optional<FileType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.label().equals(name)).findFirst();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean begins(byte[] content) {
    int length = Math.min(content.length, beginning.length());
    return new String(content, 0, length, StandardCharsets.ISO_8859_1).equals(beginning);
  }
}
