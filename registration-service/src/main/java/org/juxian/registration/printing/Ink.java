package org.juxian.registration.printing;

import java.awt.Color;

/** The colours of the web app, as they come out on white paper. */
final class Ink {

  static final Color BLACK = new Color(0x10262a);
  static final Color SOFT = new Color(0x43585b);
  static final Color LINE = new Color(0xc4d2ce);
  static final Color PAPER = Color.WHITE;
  static final Color POND = new Color(0x0b5d63);
  static final Color KAPOK = new Color(0xb63a14);
  static final Color MULBERRY = new Color(0x6d2f7c);

  private Ink() {}

  /** Of a kind of event. */
  static Color of(String kind) {
    return switch (kind) {
      case "competition" -> KAPOK;
      case "forum" -> MULBERRY;
      default -> POND;
    };
  }
}
