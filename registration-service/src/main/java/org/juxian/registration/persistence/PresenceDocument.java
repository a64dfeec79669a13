package org.juxian.registration.persistence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.Passage;
import org.juxian.registration.place.Presence;

/** A stay in a zone, as it is stored; public for the driver's record codec. */
public record PresenceDocument(
    boolean inside,
    int entries,
    Instant enteredAt,
    @Nullable String scan,
    boolean wasInside,
    @Nullable Instant wasEnteredAt) {

  static Map<String, PresenceDocument> of(Presence presence) {
    Map<String, PresenceDocument> stays = new LinkedHashMap<>();
    presence
        .stays()
        .forEach(
            (zone, stay) ->
                stays.put(
                    zone,
                    new PresenceDocument(
                        stay.inside(),
                        stay.entries(),
                        stay.enteredAt(),
                        stay.scan(),
                        stay.wasInside(),
                        stay.wasEnteredAt())));
    return stays;
  }

  /** Where nothing is stored, the person was let in once. */
  static Presence toPresence(@Nullable Map<String, PresenceDocument> stored, Instant checkedInAt) {
    if (stored == null) {
      return new Presence(
          Map.of(
              Passage.WHOLE_EVENT,
              new Presence.Stay(true, 1, checkedInAt, null, false, checkedInAt)));
    }
    Map<String, Presence.Stay> stays = new LinkedHashMap<>();
    stored.forEach(
        (zone, stay) ->
            stays.put(
                zone,
                new Presence.Stay(
                    stay.inside(),
                    stay.entries(),
                    stay.enteredAt(),
                    stay.scan(),
                    stay.wasInside(),
                    Objects.requireNonNullElse(stay.wasEnteredAt(), stay.enteredAt()))));
    return new Presence(stays);
  }
}
