package org.juxian.k8s;

import java.util.List;

/** Something that must hold for the manifests of a deployment. */
@FunctionalInterface
interface Check {

  /** What is wrong, one sentence each; nothing where all is well. */
  List<String> findings(Manifests manifests);
}
