package org.juxian.fair.booth;

import java.util.List;
import org.juxian.platform.values.Text;

/**
 * A hall as a grid on which booths stand; cells without a booth are passages.
 *
 * @param columns how many cells wide
 * @param rows how many cells deep
 */
public record Hall(String id, Text name, int columns, int rows, List<Booth> booths) {

  public Hall {
    booths = List.copyOf(booths);
  }
}
