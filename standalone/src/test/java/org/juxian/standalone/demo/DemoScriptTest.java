package org.juxian.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.juxian.standalone.Texts;

class DemoScriptTest {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9]+)\\.");
  private static final Pattern LICENCE = Pattern.compile("\"licenceNumber\":\"([^\"]*)\"");
  private static final String LICENCE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Test
  void everyStepIsDoneBySomebodyWithWhatEarlierStepsSaved() throws IOException {
    DemoScript script = DemoScript.read();
    Set<String> saved = new HashSet<>();
    for (DemoStep step : script.steps()) {
      assertThat(script.accounts()).containsKey(step.as());
      Matcher references = REFERENCE.matcher(step.path() + step.ifMatch() + step.body());
      while (references.find()) {
        assertThat(saved).contains(references.group(1));
      }
      if (step.save() != null) {
        saved.add(step.save());
      }
    }
    assertThat(saved).contains("fair", "competition", "forum");
  }

  @Test
  void whatIsToldIsWrittenInTheTexts() throws IOException {
    Texts texts = Texts.from(Map.of());
    DemoScript script = DemoScript.read();
    for (DemoStep step : script.steps()) {
      if (step.say() != null) {
        assertThat(texts.say(step.say())).isNotBlank();
      }
    }
    for (DemoScript.Account account : script.accounts().values()) {
      if (!account.show().isEmpty()) {
        assertThat(texts.say(account.show())).isNotBlank();
      }
    }
  }

  /**
   * GB 32100-2015: weights are powers of 3 modulo 31, and the sum with the check character is 0
   * modulo 31.
   */
  @Test
  void licenceNumbersAreValid() throws IOException {
    int found = 0;
    for (DemoStep step : DemoScript.read().steps()) {
      Matcher licences = LICENCE.matcher(String.valueOf(step.body()));
      while (licences.find()) {
        String licence = licences.group(1);
        assertThat(licence).hasSize(18);
        int sum = LICENCE_CHARACTERS.indexOf(licence.charAt(17));
        int weight = 1;
        for (int i = 0; i < 17; i++) {
          sum += weight * LICENCE_CHARACTERS.indexOf(licence.charAt(i));
          weight = weight * 3 % 31;
        }
        assertThat(sum % 31).as(licence).isZero();
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(6);
  }
}
