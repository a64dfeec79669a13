package org.juxian.fair.booth;

/**
 * A booth on its hall's grid.
 *
 * @param id the same for ever
 * @param number as painted on the floor, unique in its fair
 * @param column from the left, 1 is the first
 * @param row from the entrance, 1 is the first
 */
public record Booth(String id, String number, int column, int row) {}
