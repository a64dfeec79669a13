package org.juxian.registration.catalogue;

import org.juxian.platform.values.Text;
import org.juxian.registration.place.Terms;

/** One way to register for an event. */
public record TicketType(String id, Text name, Terms terms) {}
