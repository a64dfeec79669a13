package org.juxian.forum.agenda;

import org.juxian.platform.values.Text;

/**
 * A room of a forum.
 *
 * @param id the same for ever
 * @param capacity seats
 */
public record Room(String id, Text name, int capacity) {}
