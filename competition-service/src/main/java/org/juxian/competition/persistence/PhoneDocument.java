package org.juxian.competition.persistence;

/**
 * A person's number as it is stored. Public for the driver's record codec.
 *
 * @param phone E.164; empty where none is known
 */
public record PhoneDocument(String phone) {}
