package org.juxian.registration.printing;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;

/** What a ticket shows. */
record TicketFace(Booking booking, Event event, ByteMatrix code, String link) {}
