package se.lotsen.architecture;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import se.lotsen.LotsenApplication;

/** The rooms use only what they declare, without a cycle; and planted rooms show that the check would see it. */
@Execution(ExecutionMode.CONCURRENT)
class ModularityTests {

    @Test
    void roomsKeepTheirDeclarations() {
        ApplicationModules rooms = ApplicationModules.of(LotsenApplication.class);
        assertThat(rooms.stream()).hasSizeGreaterThan(5);
        rooms.verify();
    }

    @Test
    void properRoomsPass() {
        assertThatCode(() -> planted("proper").verify()).doesNotThrowAnyException();
    }

    @Test
    void anUndeclaredDependencyWithoutACycleFails() {
        assertThat(faults("undeclared"))
                .anyMatch(fault -> fault.contains("Module 'counter' depends on module 'desk'")
                        && fault.contains("Allowed targets: none"));
    }

    @Test
    void aCycleFails() {
        assertThat(faults("cycle")).anyMatch(fault -> fault.contains("Cycle detected"));
    }

    @Test
    void accessToANestedPackageFails() {
        assertThat(faults("nested")).anyMatch(fault -> fault.contains("non-exposed type")
                && fault.contains("planted.nested.search.lucene.Postings"));
    }

    private static List<String> faults(String tree) {
        Violations violations = planted(tree).detectViolations();
        assertThat(violations.hasViolations()).isTrue();
        assertThatCode(violations::throwIfPresent).isInstanceOf(Violations.class);
        return violations.getMessages();
    }

    private static ApplicationModules planted(String tree) {
        ApplicationModules rooms = ApplicationModules.of("planted." + tree, (ImportOption) location -> true);
        assertThat(rooms.stream()).as("rooms of planted.%s", tree).hasSizeGreaterThanOrEqualTo(2);
        return rooms;
    }
}
