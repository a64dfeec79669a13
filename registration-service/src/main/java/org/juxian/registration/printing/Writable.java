package org.juxian.registration.printing;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Texts as a font can write them. */
final class Writable {

  /** Stands for a character that the font has not. */
  private static final String MISSING = "□";

  private final CmapLookup glyphs;

  Writable(TrueTypeFont font) throws IOException {
    this.glyphs = font.getUnicodeCmapLookup();
  }

  /** The text with a box for each character that cannot be written, in one line. */
  String text(String any) {
    StringBuilder text = new StringBuilder();
    Normalizer.normalize(any, Normalizer.Form.NFC)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(point -> text.append(character(point)));
    return text.toString().strip();
  }

  private String character(int point) {
    if (Character.isWhitespace(point) || Character.isISOControl(point)) {
      return " ";
    }
    return glyphs.getGlyphId(point) == 0 ? MISSING : Character.toString(point);
  }
}
