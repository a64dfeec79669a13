package org.juxian.registration.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a calendar: a VEVENT.
 *
 * @param uid the same for ever, and for nothing else in the world
 * @param sequence higher when something changed: calendars keep the highest
 * @param stampedAt when this was written
 * @param url where to read more
 * @param cancelled whether it will not be
 */
public record CalendarEntry(
    String uid,
    long sequence,
    Instant stampedAt,
    Instant startsAt,
    Instant endsAt,
    String title,
    @Nullable String description,
    @Nullable String location,
    @Nullable String url,
    boolean cancelled) {}
