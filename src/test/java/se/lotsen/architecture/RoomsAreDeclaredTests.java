package se.lotsen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/**
 * A package without its declaration would be a room that may use everything: Spring Modulith lets it pass. Whoever adds a
 * room declares it, adds it here and to the list of rooms in the documentation.
 */
class RoomsAreDeclaredTests {
    private static final Set<String> ROOMS = Set.of("answering", "archive", "audit",
            "backup", "openness",
            "accountability", "receipts",
            "editor",
            "trial", "gaps",
            "asking", "chat", "commandline",
            "configuration",
            "conversation",
            "conduct", "confidence", "delivery", "desk", "embedding", "evaluation", "extraction", "feedback",
            "fetching", "importing", "grounding",
            "handover", "inspection",
            "knowledge",
            "insight", "language",
            "languagemodel", "modelhttp", "pages",
            "operations",
            "privacy", "radar", "recall",
            "records",
            "retrieval", "screening", "settings", "spreadsheet", "staff", "storage", "widget");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.lotsen");

    @Test
    void everyRoomIsKnown() {
        assertThat(rooms(PRODUCT, "se.lotsen")).containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    @Test
    void everyRoomDeclaresWhatItMayUse() {
        assertThat(undeclared(PRODUCT, "se.lotsen")).isEmpty();
    }

    @Test
    void onlyTheApplicationStandsAtTheRoot() {
        assertThat(PRODUCT.getPackage("se.lotsen").getClasses().stream()
                .filter(type -> type.isTopLevelClass()).map(type -> type.getSimpleName()))
                .containsExactly("LotsenApplication");
    }

    @Test
    void aRoomWithoutItsDeclarationIsSeen() {
        JavaClasses planted = new ClassFileImporter().importPackages("planted.silent");
        assertThat(rooms(planted, "planted.silent")).containsExactlyInAnyOrder("newcomer", "open", "proper");
        assertThat(undeclared(planted, "planted.silent")).containsExactlyInAnyOrder("newcomer", "open");
    }

    private static Set<String> rooms(JavaClasses classes, String root) {
        return classes.getPackage(root).getSubpackages().stream().map(JavaPackage::getRelativeName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rooms without {@code @ApplicationModule}, or with one that allows everything because it names no list. */
    private static Set<String> undeclared(JavaClasses classes, String root) {
        return classes.getPackage(root).getSubpackages().stream()
                .filter(room -> !room.isAnnotatedWith(ApplicationModule.class)
                        || Set.of(room.getAnnotationOfType(ApplicationModule.class).allowedDependencies())
                                .contains(ApplicationModule.OPEN_TOKEN))
                .map(JavaPackage::getRelativeName).collect(Collectors.toCollection(TreeSet::new));
    }
}
