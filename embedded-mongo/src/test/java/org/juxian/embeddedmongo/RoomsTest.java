package org.juxian.embeddedmongo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms go one way. */
class RoomsTest {
  private static final String TOP = "org.juxian.embeddedmongo";

  /** Each room with the rooms that it may use; a room stands after all of those. */
  private static final List<Map.Entry<String, List<String>>> ROOMS =
      List.of(
          Map.entry("values", List.of()),
          Map.entry("language", List.of("values")),
          Map.entry("updates", List.of("language", "values")),
          Map.entry("files", List.of()),
          Map.entry("tables", List.of("files", "language", "values")),
          Map.entry("search", List.of("tables", "language", "values")),
          Map.entry(
              "commands", List.of("search", "tables", "files", "updates", "language", "values")),
          Map.entry("network", List.of("commands", "files", "values")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(TOP);

  @Test
  void eachRoomUsesOnlyTheRoomsBelowIt() {
    for (Map.Entry<String, List<String>> room : ROOMS) {
      List<String> allowed =
          new ArrayList<>(List.of("java..", "javax.crypto..", "org.jspecify..", "org.slf4j.."));
      allowed.add(in(room.getKey()));
      room.getValue().forEach(below -> allowed.add(in(below)));
      if (!room.getKey().equals("files")) {
        allowed.add("de.bwaldvogel.mongo..");
      }
      if (room.getKey().equals("values") || room.getKey().equals("network")) {
        allowed.add("io.netty..");
      }
      classes()
          .that()
          .resideInAPackage(in(room.getKey()))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(allowed.toArray(String[]::new))
          .allowEmptyShould(false)
          .check(CLASSES);
    }
  }

  @Test
  void onlyTheFaceOfTheModuleIsAbove() {
    classes()
        .that()
        .resideInAPackage(TOP)
        .should()
        .haveNameMatching(".*\\.(EmbeddedMongo|Options|Main|package-info)(\\$.*)?")
        .check(CLASSES);
  }

  private static String in(String room) {
    return TOP + "." + room;
  }
}
