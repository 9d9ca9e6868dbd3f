package se.lotsen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

class ArchitectureTests {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.lotsen");
    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importPackages("se.lotsen.architecture.planted");

    @ParameterizedTest
    @EnumSource
    void ruleHoldsInTheProduct(CodeRule rule) {
        rule.rule().check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void ruleBitesOnEachOfItsPlantedClasses(CodeRule rule) {
        assertThat(rule.planted()).isNotEmpty();
        for (String planted : rule.planted()) {
            JavaClasses alone = PLANTED
                    .that(com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName(planted));
            assertThat(alone).as("planted class %s", planted).hasSize(1);
            assertThat(rule.rule().allowEmptyShould(true).evaluate(alone).hasViolation())
                    .as("%s bites on %s", rule, planted).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ruleLeavesTheClassesPlantedForOtherRulesAlone(CodeRule rule) {
        List<String> faults = rule.rule().evaluate(PLANTED).getFailureReport().getDetails();
        Set<String> named = new HashSet<>();
        for (JavaClass planted : PLANTED) {
            if (faults.stream().anyMatch(fault -> fault.contains(planted.getName() + "."))
                    || faults.stream().anyMatch(fault -> fault.contains(planted.getName() + ">"))) {
                named.add(planted.getSimpleName());
            }
        }
        assertThat(named).isEqualTo(rule.planted());
    }

    /** A class within another is scanned by itself, and would bring down every command of {@code ./lotsen}. */
    @Test
    void aConfigurationWithinOneForTheServiceIsForTheServiceToo() {
        List<JavaClass> within = PRODUCT.stream().filter(type -> type.isAnnotatedWith(Configuration.class)
                && type.getEnclosingClass().filter(outer -> outer.isAnnotatedWith(Profile.class)).isPresent())
                .toList();
        assertThat(within).isNotEmpty()
                .allSatisfy(type -> assertThat(type.isAnnotatedWith(Profile.class)
                        || type.isAnnotatedWith(ConditionalOnWebApplication.class)).as(type.getName())
                        .isTrue());
    }

    @Test
    void everyPlantedClassBelongsToARule() {
        Set<String> known = Arrays.stream(CodeRule.values()).flatMap(rule -> rule.planted().stream())
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(SourceRulesTests.PLANTED);
        known.add("package-info");
        assertThat(PLANTED.stream().map(JavaClass::getSimpleName)).isSubsetOf(known);
    }

    @Test
    void everyRuleGivesItsReason() {
        for (CodeRule rule : CodeRule.values()) {
            assertThat(rule.rule().getDescription()).contains(", because ");
        }
    }
}
