package org.juxian.competition.schedule;

/** An entry at a workstation. */
public record Assignment(String entryId, String workstation) {}
