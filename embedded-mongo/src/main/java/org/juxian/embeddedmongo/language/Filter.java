package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** A query, compiled: a document matches if every part holds. */
public record Filter(List<Part> parts) {
  /** One demand of a query: a {@link Condition} on one field, or one of these. */
  public sealed interface Part permits Condition, AnyOf, Not {
    boolean holds(Document document);
  }

  /** $or. */
  public record AnyOf(List<Filter> filters) implements Part {
    @Override
    public boolean holds(Document document) {
      return filters.stream().anyMatch(filter -> filter.matches(document));
    }
  }

  /** $nor, $not, $ne, $nin. */
  record Not(Filter filter) implements Part {
    @Override
    public boolean holds(Document document) {
      return !filter.matches(document);
    }
  }

  public boolean matches(Document document) {
    for (Part part : parts) {
      if (!part.holds(document)) {
        return false;
      }
    }
    return true;
  }

  public List<Condition> conditions() {
    return only(Condition.class);
  }

  public List<AnyOf> alternatives() {
    return only(AnyOf.class);
  }

  private <P extends Part> List<P> only(Class<P> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
