package org.juxian.registration.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Words what is wrong with a field where it is not answered as a problem. */
@Component
class FieldWords {

  private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

  FieldWords() {
    texts.setBasenames("problems", "platform-problems");
    texts.setDefaultEncoding("UTF-8");
    texts.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    texts.setAlwaysUseMessageFormat(true);
  }

  String word(String code, List<Object> arguments, Locale language) {
    String word = texts.getMessage("field." + code, arguments.toArray(), code, language);
    return word == null ? code : word;
  }
}
