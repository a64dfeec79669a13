package org.juxian.competition.persistence;

import java.util.List;
import org.juxian.competition.diary.Booking;

/** A diary as it is stored. Public for the driver's record codec. */
public record DiaryDocument(List<Booking> bookings) {}
