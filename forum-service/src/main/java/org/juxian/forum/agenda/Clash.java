package org.juxian.forum.agenda;

/** Why two sessions cannot both be. */
public sealed interface Clash {

  /** The session that is there already. */
  Session other();

  /** Both would be in one room at the same time. */
  record OfRoom(Room room, Session other) implements Clash {}

  /**
   * Both would have one speaker at the same time.
   *
   * @param position of the speaker in the new session, from 0
   */
  record OfSpeaker(Speaker speaker, int position, Session other) implements Clash {}
}
