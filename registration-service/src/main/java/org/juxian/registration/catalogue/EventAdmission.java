package org.juxian.registration.catalogue;

import org.juxian.registration.place.AdmissionSettings;

/**
 * What an event's organiser has settled about admission.
 *
 * @param version 0 as long as nothing was settled; one more with each change
 * @param settling whether registrations made before a change may still lack what it asks for
 */
public record EventAdmission(long version, AdmissionSettings settings, boolean settling) {

  /** Nothing was settled. */
  public static final EventAdmission NONE = new EventAdmission(0, AdmissionSettings.NONE, false);
}
