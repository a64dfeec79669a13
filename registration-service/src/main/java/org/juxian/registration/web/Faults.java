package org.juxian.registration.web;

import java.util.List;
import org.juxian.platform.service.problem.Problem;
import org.juxian.registration.questions.Fault;

/** Words what is wrong with a form or with answers. */
final class Faults {

  private Faults() {}

  /** A problem that names each fault's field behind the prefix. */
  static Problem problem(String prefix, List<Fault> faults) {
    Problem problem = Problem.of(422, "invalid");
    for (Fault fault : faults) {
      problem.field(prefix + fault.path(), fault.code(), fault.arguments().toArray());
    }
    return problem;
  }
}
