package org.juxian.platform.values;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name is found by, as exact terms, so that an ordinary index answers a search: of Chinese
 * each character and each pair of neighbours, of other words each beginning. A query is cut into
 * the longest such terms, all of which have to be there.
 */
public final class SearchTerms {

  private static final Pattern WORD =
      Pattern.compile(
          "\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int LONGEST_BEGINNING = 16;
  private static final int MOST = 300;

  private SearchTerms() {}

  /** The terms to store. */
  public static List<String> of(String... texts) {
    Set<String> terms = new LinkedHashSet<>();
    for (String text : texts) {
      for (String word : words(text)) {
        if (isHan(word)) {
          pieces(word, 1, terms);
          pieces(word, 2, terms);
        } else {
          for (int end = 1; end <= Math.min(word.length(), LONGEST_BEGINNING); end++) {
            terms.add(word.substring(0, end));
          }
        }
      }
    }
    return terms.stream().limit(MOST).toList();
  }

  /** The terms to ask for; none where there is nothing to search for. */
  public static List<String> ofQuery(String query) {
    Set<String> terms = new LinkedHashSet<>();
    for (String word : words(query)) {
      if (isHan(word)) {
        pieces(word, Math.min(2, word.codePointCount(0, word.length())), terms);
      } else {
        terms.add(word.substring(0, Math.min(word.length(), LONGEST_BEGINNING)));
      }
    }
    return List.copyOf(terms);
  }

  private static void pieces(String word, int size, Set<String> terms) {
    int[] points = word.codePoints().toArray();
    for (int i = 0; i + size <= points.length; i++) {
      terms.add(new String(points, i, size));
    }
  }

  private static List<String> words(String text) {
    Matcher matcher =
        WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    List<String> words = new ArrayList<>();
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static boolean isHan(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
  }
}
