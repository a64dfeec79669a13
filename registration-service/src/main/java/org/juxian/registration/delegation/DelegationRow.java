package org.juxian.registration.delegation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.questions.Answer;

/**
 * One person of a delegation.
 *
 * @param line in the file, from 1
 * @param personId an account's or a guest's, once there is a registration
 */
public record DelegationRow(
    String delegationId,
    int line,
    String name,
    String phone,
    @Nullable String personId,
    Map<String, Answer> answers,
    State state,
    @Nullable String registrationId) {

  /** How far it is. */
  public enum State {
    /** Nothing was done yet. */
    WAITING,
    /** Has a place. */
    HELD,
    /** Has a place and was told. */
    TOLD
  }

  /** The same line with another person. */
  DelegationRow replacedBy(String otherName, String otherPhone, String otherId) {
    return new DelegationRow(
        delegationId, line, otherName, otherPhone, otherId, answers, state, registrationId);
  }
}
