package org.juxian.registration.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.juxian.platform.values.Text;
import org.juxian.registration.persistence.OrganisationStore;
import org.springframework.stereotype.Service;

/** What identity-service tells about organisations. */
@Service
public class Organisations {

  private final OrganisationStore store;

  Organisations(OrganisationStore store) {
    this.store = store;
  }

  /** An organisation is told anew. May be called twice with the same. */
  public void changed(String id, String kind, Text name, long sequence) {
    store.apply(id, kind, name, sequence);
  }

  /** The ids of those who have all of these words in their names. */
  public List<String> called(List<String> words, int most) {
    return store.called(words, most);
  }

  /** The names of those that are known. */
  public Map<String, Text> names(Collection<String> ids) {
    return store.names(ids);
  }
}
