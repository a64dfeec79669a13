package org.juxian.forum.agenda;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * Who speaks in a session.
 *
 * @param affiliation whom they speak for
 * @param personId their account, where they have one
 */
public record Speaker(Text name, @Nullable Text affiliation, @Nullable String personId) {

  /** Stands for somebody who was forgotten: neither a name nor an account. */
  public static final Speaker FORGOTTEN = new Speaker(new Text("-", "-"), null, null);

  /**
   * Whether both are one person, as far as can be told: by their accounts where both have one, else
   * by the Chinese name, unless their affiliations tell namesakes apart.
   */
  public boolean isSameAs(Speaker other) {
    if (personId != null && other.personId != null) {
      return personId.equals(other.personId);
    }
    return plain(name).equals(plain(other.name))
        && (affiliation == null
            || other.affiliation == null
            || plain(affiliation).equals(plain(other.affiliation)));
  }

  private static String plain(Text text) {
    return text.zh().replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
