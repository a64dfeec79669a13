package org.juxian.registration.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On which conditions an event's organiser lets people in, besides what the event itself says.
 *
 * @param perPersonLimit how many registrations a person may have for the event
 * @param types by ticket type; a type that is not here has {@link TypeRules#PLAIN}
 * @param quotas capacities that several types share
 * @param waiting absent where nobody can wait for a place
 * @param agenda what happens where the event clashes with what a person has besides
 */
public record AdmissionSettings(
    int perPersonLimit,
    Map<String, TypeRules> types,
    List<Quota> quotas,
    @Nullable WaitingRules waiting,
    AgendaRule agenda) {

  /** As long as the organiser says nothing. */
  public static final AdmissionSettings NONE =
      new AdmissionSettings(1, Map.of(), List.of(), null, AgendaRule.NONE);

  public AdmissionSettings {
    types = Map.copyOf(types);
    quotas = List.copyOf(quotas);
  }

  public TypeRules rules(String typeId) {
    return types.getOrDefault(typeId, TypeRules.PLAIN);
  }

  /** The quotas that cover a type. */
  public List<Quota> quotasOf(String typeId) {
    return quotas.stream().filter(quota -> quota.typeIds().contains(typeId)).toList();
  }

  /** The limit of a type where it is tighter than the event's: then it has ordinals of its own. */
  public @Nullable Integer ownLimit(String typeId) {
    Integer limit = rules(typeId).perPersonLimit();
    return limit == null || limit >= perPersonLimit ? null : limit;
  }

  /** Whether a registration of this type holds more than its place and its person. */
  public boolean asksForKeys(String typeId) {
    return ownLimit(typeId) != null || !quotasOf(typeId).isEmpty();
  }

  /**
   * Whether a registration that is held under other settings may lack a key that these ask for, or
   * have one that these do not know.
   */
  public boolean needsOtherKeysThan(AdmissionSettings other, String typeId) {
    return !ids(quotasOf(typeId)).equals(ids(other.quotasOf(typeId)))
        || (ownLimit(typeId) == null) != (other.ownLimit(typeId) == null);
  }

  /** Whether tickets of this type may be on offer under the other settings, and not under these. */
  public boolean endsOffersOf(AdmissionSettings other, String typeId) {
    return TransferRules.allows(other.rules(typeId)) && !TransferRules.allows(rules(typeId));
  }

  private static List<String> ids(List<Quota> quotas) {
    return quotas.stream().map(Quota::id).sorted().toList();
  }
}
