package org.juxian.registration.printing;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on a page. Lengths are points; y goes down from the top. */
final class Sheet {

  /** How a text looks. */
  record Look(float size, Color colour, boolean bold) {}

  private static final PDRectangle A4 = PDRectangle.A4;
  private static final float LEADING = 1.36f;

  /** How far a circle's handle is from its end, in radii. */
  private static final float ROUND = 0.5523f;

  private final PDPageContentStream content;
  private final PDFont font;
  private final Locale language;

  Sheet(PDPageContentStream content, PDFont font, Locale language) {
    this.content = content;
    this.font = font;
    this.language = language;
  }

  float width(String text, float size) {
    try {
      return font.getStringWidth(text) * size / 1000;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  List<String> lines(String text, float size, float room, int most) {
    return Lines.of(text, language, room, most, part -> width(part, size));
  }

  /** Writes one line; y is where its letters stand. */
  void write(String text, float x, float y, Look look) throws IOException {
    content.beginText();
    content.setFont(font, look.size());
    content.setNonStrokingColor(look.colour());
    content.setStrokingColor(look.colour());
    content.setLineWidth(look.size() * 0.032f);
    content.setRenderingMode(look.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    content.newLineAtOffset(x, up(y));
    content.showText(text);
    content.endText();
  }

  /** Writes one line around the middle. */
  void centre(String text, float middle, float y, Look look) throws IOException {
    write(text, middle - width(text, look.size()) / 2, y, look);
  }

  /** Writes lines below y and returns where they end. */
  float paragraph(List<String> lines, float x, float y, Look look) throws IOException {
    float below = y;
    for (String line : lines) {
      write(line, x, below + look.size() * 1.02f, look);
      below += look.size() * LEADING;
    }
    return below;
  }

  void rule(float x, float y, float toX) throws IOException {
    content.setStrokingColor(Ink.LINE);
    content.setLineWidth(1);
    content.setLineDashPattern(new float[] {4, 4}, 0);
    content.moveTo(x, up(y));
    content.lineTo(toX, up(y));
    content.stroke();
    content.setLineDashPattern(new float[0], 0);
  }

  /** Fills a box, its corners round by as much as is said: top left, then clockwise. */
  void fill(float x, float y, float w, float h, float[] corners, Color colour) throws IOException {
    box(x, y, w, h, corners);
    content.setNonStrokingColor(colour);
    content.fill();
  }

  void frame(float x, float y, float w, float h, float corner) throws IOException {
    box(x, y, w, h, new float[] {corner, corner, corner, corner});
    content.setStrokingColor(Ink.LINE);
    content.setLineWidth(1);
    content.stroke();
  }

  /** Draws a code into a square of that size, quiet zone and all. */
  void code(ByteMatrix modules, float x, float y, float size) throws IOException {
    fill(x, y, size, size, new float[4], Ink.PAPER);
    int quiet = 4;
    float module = size / (modules.getWidth() + 2 * quiet);
    content.setNonStrokingColor(Color.BLACK);
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row) == 1) {
          content.addRect(
              x + (column + quiet) * module, up(y + (row + quiet + 1) * module), module, module);
        }
      }
    }
    content.fill();
  }

  private void box(float x, float y, float w, float h, float[] corners) throws IOException {
    float top = up(y);
    float bottom = up(y + h);
    float right = x + w;
    float a = corners[0];
    float b = corners[1];
    float c = corners[2];
    float d = corners[3];
    float k = 1 - ROUND;
    content.moveTo(x + a, top);
    content.lineTo(right - b, top);
    content.curveTo(right - b * k, top, right, top - b * k, right, top - b);
    content.lineTo(right, bottom + c);
    content.curveTo(right, bottom + c * k, right - c * k, bottom, right - c, bottom);
    content.lineTo(x + d, bottom);
    content.curveTo(x + d * k, bottom, x, bottom + d * k, x, bottom + d);
    content.lineTo(x, top - a);
    content.curveTo(x, top - a * k, x + a * k, top, x + a, top);
    content.closePath();
  }

  private static float up(float y) {
    return A4.getHeight() - y;
  }
}
