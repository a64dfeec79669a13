package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The properties with a new seed each time and many more tries. Its name keeps it out of the suite;
 * {@code mvn test -Dtest=PropertiesWithRandomSeeds} runs it, and a failure names its seed.
 */
class PropertiesWithRandomSeeds extends PropertiesTest {
  @Override
  @Property(tries = 1_000)
  void aHistoryWithCrashesEndsAsThePlainModel(@ForAll("histories") List<Step> history)
      throws IOException {
    super.aHistoryWithCrashesEndsAsThePlainModel(history);
  }

  @Override
  @Property(tries = 100_000)
  void aQueryFindsTheSameWithAndWithoutIndexes(
      @ForAll("documentLists") List<Document> documents,
      @ForAll("indexLists") List<Document> indexes,
      @ForAll("queries") Document query,
      @ForAll("sorts") Document sort) {
    super.aQueryFindsTheSameWithAndWithoutIndexes(documents, indexes, query, sort);
  }

  @Override
  @Property(tries = 100_000)
  void aQueryMatchesWhatTheLibrarysMatcherDoes(
      @ForAll("plainDocuments") Document document, @ForAll("plainConditions") Document query) {
    super.aQueryMatchesWhatTheLibrarysMatcherDoes(document, query);
  }

  @Override
  @Property(tries = 100_000)
  void keysOrderNumbersByTheirExactValue(
      @ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    super.keysOrderNumbersByTheirExactValue(one, other);
  }

  @Override
  @Property(tries = 100_000)
  void keysOrderStringsByTheirCodePoints(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    super.keysOrderStringsByTheirCodePoints(one, other);
  }

  @Override
  @Property(tries = 100_000)
  void updatesCompareNumbersByTheirExactValue(
      @ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    super.updatesCompareNumbersByTheirExactValue(one, other);
  }

  @Override
  @Property(tries = 100_000)
  void sumsAreExactOrRefused(@ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    super.sumsAreExactOrRefused(one, other);
  }
}
