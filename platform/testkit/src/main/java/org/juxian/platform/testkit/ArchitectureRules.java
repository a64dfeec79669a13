package org.juxian.platform.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;

/** The rules of the house for one service; each fails where it finds nothing to look at. */
public final class ArchitectureRules {

  private final JavaClasses classes;
  private final String root;
  private final List<String> kernels = new ArrayList<>();

  private ArchitectureRules(String root) {
    this.root = root;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  /** The rules for the packages below a service's own, such as {@code org.juxian.fair}. */
  public static ArchitectureRules of(String root) {
    return new ArchitectureRules(root);
  }

  /** Packages of a pure kernel that models may depend on besides; to be said before the models. */
  public ArchitectureRules sharesKernel(String... packages) {
    kernels.addAll(List.of(packages));
    return this;
  }

  /**
   * A model depends on itself, on Java, on JSpecify and on the platform's plain values: on nothing
   * else but a shared kernel.
   */
  public ArchitectureRules hasPureModel(String... packages) {
    for (String name : packages) {
      String model = root + "." + name + "..";
      List<String> known = new ArrayList<>(kernels);
      known.addAll(List.of(model, "java..", "org.jspecify..", "org.juxian.platform.values.."));
      classes()
          .that()
          .resideInAPackage(model)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(known.toArray(String[]::new))
          .allowEmptyShould(false)
          .check(classes);
    }
    return this;
  }

  /** HTTP is known in {@code web} packages only, and in the service's configuration at its root. */
  public ArchitectureRules knowsHttpInWebOnly() {
    noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root, root + "..web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.web..",
            "org.springframework.http..",
            "jakarta.servlet..",
            "org.juxian.platform.service.web..",
            "org.juxian.platform.service.problem..")
        .allowEmptyShould(false)
        .check(classes);
    return this;
  }

  /** Kafka is known to the platform only. */
  public ArchitectureRules leavesKafkaToThePlatform() {
    noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .allowEmptyShould(false)
        .check(classes);
    return this;
  }

  /** The driver is known in {@code persistence} packages only. */
  public ArchitectureRules knowsTheDriverInPersistenceOnly() {
    noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root, root + "..persistence..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..")
        .allowEmptyShould(false)
        .check(classes);
    return this;
  }
}
