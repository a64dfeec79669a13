package org.juxian.standalone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juxian.standalone.process.ChildEvents;
import org.juxian.standalone.process.ChildSpec;

/** Passes on what happens to one child as what happens to one part of the platform. */
record PartEvents(Part part, PlatformEvents events) implements ChildEvents {

  @Override
  public void ready(ChildSpec spec, Duration took) {
    events.ready(part, took);
  }

  @Override
  public void died(ChildSpec spec, @Nullable Integer exitCode, Duration restartIn) {
    events.died(part, exitCode, restartIn);
  }
}
