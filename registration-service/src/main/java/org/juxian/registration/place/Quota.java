package org.juxian.registration.place;

import java.util.List;
import org.juxian.platform.values.Text;

/** A capacity that several ticket types share. */
public record Quota(String id, Text name, int capacity, List<String> typeIds) {

  public Quota {
    typeIds = List.copyOf(typeIds);
  }
}
