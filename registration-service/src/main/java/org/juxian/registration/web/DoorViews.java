package org.juxian.registration.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventEntrance;
import org.juxian.registration.checkin.DoorList;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;
import org.juxian.registration.place.Team;
import org.juxian.registration.web.RegistrationViews.TypeName;

/** What those at the doors are answered. */
final class DoorViews {

  /** A zone; open to all kinds of ticket if none is named. */
  record ZoneView(String id, Text name, String reEntry, List<String> ticketTypeIds) {}

  /** A door and what lies behind it. */
  record DoorView(String id, Text name, List<String> zoneIds) {}

  /** All of them. */
  record EntranceView(long version, List<ZoneView> zones, List<DoorView> doors) {}

  /**
   * A scan.
   *
   * @param undoneAt when it was taken back
   */
  record ScanView(
      String nonce,
      String direction,
      @Nullable String doorId,
      List<String> zoneIds,
      Instant at,
      @Nullable Instant undoneAt) {

    static ScanView of(Scan scan) {
      Scan.Undone undone = scan.undone();
      return new ScanView(
          scan.nonce(),
          Words.of(scan.direction()),
          scan.doorId(),
          scan.zones(),
          scan.at(),
          undone == null ? null : undone.at());
    }
  }

  /** A team; those at the door need not know more of it. */
  record TeamName(String name) {}

  /**
   * Who came through.
   *
   * @param checkedInAt when first; absent once that was taken back
   * @param repeated whether this very scan had been heard of before
   */
  record Entry(
      String registrationId,
      String name,
      TypeName ticketType,
      String ticketNumber,
      @Nullable TeamName team,
      @Nullable Instant checkedInAt,
      ScanView scan,
      boolean repeated) {}

  /**
   * Somebody who may come in, or is in.
   *
   * @param lastFour the end of the phone number
   * @param inside in which zones the person is
   */
  record GuestView(
      String registrationId,
      String name,
      @Nullable String teamName,
      @Nullable String lastFour,
      TypeName ticketType,
      String ticketNumber,
      String status,
      @Nullable Instant checkedInAt,
      List<String> inside) {}

  private DoorViews() {}

  static EntranceView entrance(EventEntrance settled) {
    return new EntranceView(
        settled.version(),
        settled.entrance().zones().stream()
            .map(
                zone ->
                    new ZoneView(
                        zone.id(), zone.name(), Words.of(zone.reEntry()), zone.ticketTypeIds()))
            .toList(),
        settled.entrance().doors().stream()
            .map(door -> new DoorView(door.id(), door.name(), door.zoneIds()))
            .toList());
  }

  static Entry entry(Registration registration, Scan scan, boolean repeated, Event event) {
    Booking booking = registration.booking();
    Team team = booking.team();
    return new Entry(
        booking.id(),
        booking.personName(),
        RegistrationViews.typeName(booking, event),
        booking.ticketNumber(),
        team == null ? null : new TeamName(team.name()),
        RegistrationViews.checkedInAt(registration),
        ScanView.of(scan),
        repeated);
  }

  static GuestView guest(DoorList.Guest guest, Event event) {
    Registration.Active registration = guest.registration();
    Booking booking = registration.booking();
    Team team = booking.team();
    return new GuestView(
        booking.id(),
        booking.personName(),
        team == null ? null : team.name(),
        guest.lastFour(),
        RegistrationViews.typeName(booking, event),
        booking.ticketNumber(),
        RegistrationViews.status(registration),
        RegistrationViews.checkedInAt(registration),
        registration instanceof Registration.CheckedIn in ? in.presence().inside() : List.of());
  }
}
