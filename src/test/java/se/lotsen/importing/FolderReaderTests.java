package se.lotsen.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.extraction.Extractor;

class FolderReaderTests {
    @TempDir
    private Path outer;
    private Path allowed;

    @BeforeEach
    void files() throws IOException {
        allowed = Files.createDirectories(outer.resolve("dokument"));
        Files.createDirectories(allowed.resolve("bygga"));
        Files.writeString(allowed.resolve("bygga/lov.md"), "# Bygglov\n\nDu behöver bygglov.");
        Files.writeString(allowed.resolve("bygga/bild.png"), "x");
        Files.writeString(allowed.resolve("text.txt"), "Text.");
        Files.writeString(outer.resolve("hemligt.txt"), "Nyckel.");
        Files.createDirectories(outer.resolve("dokument-hemligt"));
        Files.writeString(outer.resolve("dokument-hemligt/a.txt"), "Nyckel.");
        Files.createSymbolicLink(allowed.resolve("lank.txt"), outer.resolve("hemligt.txt"));
        Files.createSymbolicLink(allowed.resolve("ut"), outer.resolve("dokument-hemligt"));
    }

    private FolderReader reader(String folder) {
        return new FolderReader(new Extractor(), allowed, folder, "https://asby.example/dok");
    }

    @Test
    void whatCanBeReadIsListedAndLinksThatLeadOutAreNot() throws InterruptedException {
        Listing listing = reader("").list();
        assertThat(listing.pages()).extracting(Listed::address).containsExactly("bygga/lov.md", "text.txt");
        assertThat(reader("").read(listing.pages().getFirst(), null)).isInstanceOfSatisfying(
                Reading.Found.class,
                found -> {
                    assertThat(found.page().title()).isEqualTo("Bygglov");
                    assertThat(found.page().address()).hasToString("https://asby.example/dok/bygga/lov.md");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../dokument-hemligt", "bygga/../..", "/etc", "ut", "finns-inte", "\0"})
    void noNameLeadsOutOfTheFolder(String folder) {
        assertThat(reader(folder).list().failure()).isEqualTo(ItemReason.NO_FOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../hemligt.txt", "lank.txt", "ut/a.txt", "/etc/passwd.txt"})
    void noPageLeadsOutOfTheFolder(String name) throws InterruptedException {
        assertThat(reader("").read(new Listed(name, null), null)).isInstanceOf(Reading.Gone.class);
    }

    @Test
    void withoutAFolderThatTheOperatorHasNamedNoneIsRead() {
        assertThat(new FolderReader(new Extractor(), null, "", "https://a.example").list().failure())
                .isEqualTo(ItemReason.NO_FOLDER);
    }

    @Test
    void aFileThatHasNotChangedIsNotReadAgain() throws InterruptedException {
        Listed listed = reader("").list().pages().getFirst();
        Seen seen = new Seen(listed.address(), "pages/a/b.md", "x", null, null, listed.changed(), null, null);
        assertThat(reader("").read(listed, seen)).isInstanceOf(Reading.Same.class);
    }
}
