package org.juxian.registration.delegation.sheet;

import java.util.Map;
import org.juxian.registration.questions.Answer;

/**
 * Somebody on a list, soundly described.
 *
 * @param line where in the file, from 1
 * @param phone E.164
 */
public record Member(int line, String name, String phone, Map<String, Answer> answers) {}
