package org.juxian.forum.agenda;

/** What became of a wish to change an agenda. */
public sealed interface AgendaDecision {

  /** The agenda as it is from now on. */
  record Planned(Agenda agenda) implements AgendaDecision {}

  /** It stays as it was. */
  record Refused(ForumRefusal why) implements AgendaDecision {}
}
