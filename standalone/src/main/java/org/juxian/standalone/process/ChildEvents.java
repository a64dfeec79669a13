package org.juxian.standalone.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens to child processes, for whoever tells a person. */
public interface ChildEvents {

  /** The process takes work, so long after it was started. */
  void ready(ChildSpec spec, Duration took);

  /**
   * The process ended without being told to, and will be started again.
   *
   * @param exitCode null if it ran, but was not ready in time
   */
  void died(ChildSpec spec, @Nullable Integer exitCode, Duration restartIn);
}
