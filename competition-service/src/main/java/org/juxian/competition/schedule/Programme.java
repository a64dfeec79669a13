package org.juxian.competition.schedule;

import java.util.List;
import org.juxian.platform.values.Text;

/**
 * What a competition is about.
 *
 * @param skill what is competed in
 * @param rules in short
 * @param workstations their names, each once, in order
 */
public record Programme(Text skill, Text rules, List<String> workstations) {

  public Programme {
    workstations = List.copyOf(workstations);
  }
}
