package org.juxian.platform.values;

/** Where an event takes place: the name of the house and its postal address. */
public record Venue(Text name, Text address) {}
