package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextTests {
    private final FindingText text = new FindingText();

    @ParameterizedTest
    @EnumSource
    void everyFaultIsSaidInSwedishWithARemedy(Finding.Code code) {
        String said = text.of(Finding.of("pages/a.md", 12, code, "fältet", "pages/b.md", "c", "d", "e"));
        assertThat(said).startsWith("pages/a.md:12: ").endsWith(".").doesNotContain("{", "finding.");
        assertThat(said.split("\\. ")).as("what is wrong, then what to do").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aFaultOfTheWholeFileHasNoLine() {
        assertThat(text.of(Finding.of("pages/a.md", 0, Finding.Code.NOT_UTF8)))
                .isEqualTo("pages/a.md: Filen är inte UTF-8. Spara om den med teckenkodningen UTF-8.");
    }

    @Test
    void namesTheFieldAsItIsWritten() {
        assertThat(text.of(Finding.of("a.md", 3, Finding.Code.UNKNOWN_FIELD, "it's {0}")))
                .isEqualTo("a.md:3: Fältet ”it's {0}” finns inte. Rätta stavningen eller ta bort raden.");
    }

    @Test
    void bothFilesOfADuplicateAreNamed() {
        assertThat(text.of(Finding.of("b.md", 2, Finding.Code.DUPLICATE_ID, "x", "a.md"))).contains("b.md:2",
                "”x”", "a.md.");
    }
}
