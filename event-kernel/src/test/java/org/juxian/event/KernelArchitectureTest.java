package org.juxian.event;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class KernelArchitectureTest {

  private final JavaClasses kernel =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.juxian.event");

  @Test
  void its_core_knows_nothing_but_itself() {
    classes()
        .that()
        .resideInAPackage("org.juxian.event")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.juxian.event", "java..", "org.jspecify..", "org.juxian.platform.values..")
        .allowEmptyShould(false)
        .check(kernel);
  }

  @Test
  void it_keeps_no_state_and_is_no_part_of_a_context() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.mongodb..",
            "org.bson..",
            "org.apache.kafka..",
            "org.springframework.stereotype..",
            "org.springframework.beans..",
            "org.springframework.boot..")
        .allowEmptyShould(false)
        .check(kernel);
  }

  @Test
  void its_messages_know_no_http() {
    noClasses()
        .that()
        .resideInAPackage("org.juxian.event.messaging")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.juxian.platform.service..")
        .allowEmptyShould(false)
        .check(kernel);
  }
}
