package org.juxian.forum.planning;

import org.juxian.forum.agenda.Forum;

/**
 * A forum as it is kept.
 *
 * @param version 1 at first, one more with each write: what {@code If-Match} wants and what guards
 *     the next write
 */
public record KeptForum(String id, long version, Forum forum) {}
