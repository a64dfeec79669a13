package org.juxian.standalone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens while a platform starts and runs, for whoever tells a person. Called from several
 * threads.
 */
public interface PlatformEvents {

  /** Tells nobody. */
  PlatformEvents QUIET =
      new PlatformEvents() {
        @Override
        public void preparing(Part part, int number, int of) {}

        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void died(Part part, @Nullable Integer exitCode, Duration restartIn) {}
      };

  /** The process runs once so that its next starts are quick. Not often: after its jar changed. */
  void preparing(Part part, int number, int of);

  /** The process takes work, for the first time or again. */
  void ready(Part part, Duration took);

  /** The process ended without being told to, and will be started again. */
  void died(Part part, @Nullable Integer exitCode, Duration restartIn);
}
