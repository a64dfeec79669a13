package org.juxian.embeddedmongo.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.IndexSpec;
import org.juxian.embeddedmongo.tables.Table;

class PlannerTest {
  @Test
  void anIndexedEqualityIsCountedByItsKeys() {
    Catalog catalog = new Catalog();
    Table table = catalog.create("db", "c");
    Document event = new Document("key", new Document("event", 1)).append("name", "event");
    catalog.createIndex(table, IndexSpec.parse(event));
    List<Plan> plans =
        new Planner(Queries.parse(new Document("event", 1)), new Document())
            .choose(table.indexes());
    assertThat(plans).singleElement().matches(Plan::exact);
  }
}
