package org.juxian.fair.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.juxian.event.web.EventView;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.managing.KeptFair;

/** A fair as everyone who may see it sees it. */
record FairView(@JsonUnwrapped EventView event, List<Hall> halls, int boothsPerCompany) {

  static FairView of(KeptFair kept) {
    Fair fair = kept.fair();
    return new FairView(
        EventView.of(kept.id(), fair.edition(), fair.event()),
        fair.plan().halls(),
        fair.plan().boothsPerCompany());
  }
}
