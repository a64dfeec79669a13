package org.juxian.registration.place;

import java.util.List;
import org.juxian.platform.values.Text;

/**
 * Where tickets are looked at.
 *
 * @param id short and chosen by the organiser, such as {@code north}
 * @param zoneIds what lies behind it; at least one
 */
public record Door(String id, Text name, List<String> zoneIds) {

  public Door {
    zoneIds = List.copyOf(zoneIds);
  }
}
