package org.juxian.registration.organising;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juxian.platform.values.Text;
import org.juxian.registration.questions.Form;
import org.juxian.registration.questions.Question;

/**
 * All that was ever asked at an event: answers stay with the version that they were held against,
 * so what an option is called may stand in an older one only.
 *
 * @param questions as they were asked last; what is asked now first
 * @param options what they were called last, by question and option
 * @param several whether there was more than one version
 */
record Asked(List<Question> questions, Map<String, Map<String, Text>> options, boolean several) {

  static Asked in(List<Form> newestFirst) {
    Map<String, Question> all = new LinkedHashMap<>();
    Map<String, Map<String, Text>> options = new HashMap<>();
    for (Form form : newestFirst) {
      for (Question question : form.questions()) {
        all.putIfAbsent(question.id(), question);
        if (question.asks() instanceof Question.Asks.Choice choice) {
          Map<String, Text> names = options.computeIfAbsent(question.id(), _ -> new HashMap<>());
          choice.options().forEach(option -> names.putIfAbsent(option.id(), option.label()));
        }
      }
    }
    return new Asked(List.copyOf(all.values()), options, newestFirst.size() > 1);
  }

  /** What the option was called last. */
  Text option(Question question, String id) {
    return options.getOrDefault(question.id(), Map.of()).getOrDefault(id, new Text(id, id));
  }
}
