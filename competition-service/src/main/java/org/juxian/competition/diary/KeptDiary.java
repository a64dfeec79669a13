package org.juxian.competition.diary;

/**
 * A diary as it is kept.
 *
 * @param person a person's id or a phone number (E.164): whatever identifies somebody
 * @param revision 0 while nothing is kept, one more with each write
 */
public record KeptDiary(String person, long revision, Diary diary) {}
