package org.juxian.registration.ticket;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws a text as a QR code (ISO/IEC 18004). */
public final class QrCode {

  private static final int QUIET = 4;

  private QrCode() {}

  /** An SVG picture, black on white with the quiet zone of four modules. */
  public static String svg(String text) {
    ByteMatrix modules = modules(text);
    int size = modules.getWidth() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int run = run(modules, x, y);
        if (run > 0) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(run).append("v1h-").append(run).append('z');
        }
        x += Math.max(1, run);
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + size
        + ' '
        + size
        + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
        + size
        + 'v'
        + size
        + "H0z\"/><path d=\""
        + path
        + "\"/></svg>";
  }

  /** The modules, without the quiet zone: 1 is dark. */
  public static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
  }

  private static int run(ByteMatrix modules, int x, int y) {
    int end = x;
    while (end < modules.getWidth() && modules.get(end, y) == 1) {
      end++;
    }
    return end - x;
  }
}
