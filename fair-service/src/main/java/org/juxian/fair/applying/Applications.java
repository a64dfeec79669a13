package org.juxian.fair.applying;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the particulars of applications are kept. */
public interface Applications {

  /** Keeps the particulars of a new application. */
  void add(Particulars particulars);

  /** Forgets what did not become an application. */
  void remove(String id);

  /** Lets go of who applied at a fair, and of how to reach them; the companies stay. */
  void forgetContacts(String fairId);

  /** Those of them that are there, in order of id. */
  List<Particulars> findAll(Collection<String> ids);

  /**
   * What a person applied for, the newest first.
   *
   * @param after behind which id to go on
   * @param limit at most so many
   */
  List<Particulars> of(String personId, Optional<String> after, int limit);
}
