package org.juxian.platform.service.security;

/**
 * The roles that a grant can name. Everyone who is signed in is an attendee; that needs no grant.
 */
public final class Roles {

  public static final String ADMINISTRATOR = "administrator";
  public static final String ORGANISER = "organiser";
  public static final String EXHIBITOR = "exhibitor";
  public static final String SCHOOL_COORDINATOR = "school-coordinator";
  public static final String JUDGE = "judge";
  public static final String SPEAKER = "speaker";
  public static final String DOOR_STAFF = "door-staff";

  private Roles() {}
}
