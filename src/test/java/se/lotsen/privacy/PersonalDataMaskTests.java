package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

@Execution(ExecutionMode.CONCURRENT)
class PersonalDataMaskTests {
    private static final List<String> PIECES = List.of("900101-0017", "19900101-0017", "9001010017",
            "1990-01-01", "0017",
            "070-174 06 05", "0701740605", "+46", "0980-31 92 00", "08", "4111 1111 1111 1111",
            "4111111111111111", "1111",
            "kim@exempel.se", "kim", "@", "(at)", " snabel-a ", "exempel.se", ".se", "OCR", "bankgiro", "dnr",
            "kr", "och", "Å",
            "[personnummer]", "[telefonnummer]", "[e-postadress]", "[kortnummer]", "[", "]", "(", ")",
            "\u0301", "\u200b",
            "\u00a0", "\t", "\n", " ", " ", "-", "–", "+", ".", ",", ":", "/", "0", "1", "7", "46", "٣", "９",
            "𝟗");

    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final PersonalDataMask withContacts = new PersonalDataMask(new PublicContacts() {
        @Override
        public Set<String> phones() {
            return Set.of("0980-31 92 00", "0701740605");
        }

        @Override
        public Set<String> emails() {
            return Set.of("kim@exempel.se");
        }

        @Override
        public Set<String> emailDomains() {
            return Set.of("lindåkra.se");
        }
    });
    private final SeededRandom random = new SeededRandom();

    @Test
    void maskingTwiceEqualsMaskingOnce() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int n = random.below(25); n > 0; n--) {
                raw.append(random.oneOf(PIECES));
            }
            PersonalDataMask either = i % 2 == 0 ? mask : withContacts;
            String once = either.mask(raw.toString()).value();
            MaskedText twice = either.mask(once);
            assertThat(twice.value()).as("%s (%s)", raw, random).isEqualTo(once);
            assertThat(twice.hidden()).as("%s (%s)", raw, random).isEmpty();
        }
    }

    @Test
    void maskingTwiceEqualsMaskingOnceForAnyCharacters() {
        for (int i = 0; i < 2_000; i++) {
            String raw = IntStream.range(0, random.below(200))
                    .map(n -> random.below(3) == 0 ? random.below(0x10ffff + 1) : random.between(' ', 'z'))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = mask.mask(raw).value();
            assertThat(mask.mask(once).value()).as("%s (%s)", raw, random).isEqualTo(once);
        }
    }

    @Test
    void namesEveryKindThatItHid() {
        MaskedText masked = mask
                .mask("Kim, 900101-0017, 070-174 06 05, kim@exempel.se, kort 4111 1111 1111 1111.");
        assertThat(masked.value())
                .isEqualTo("Kim, [personnummer], [telefonnummer], [e-postadress], kort [kortnummer].");
        assertThat(masked.hidden()).isEqualTo(Set.of(PersonalDataKind.values()));
    }

    @Test
    void keepsLinesTabsAndEmptyText() {
        assertThat(mask.mask("").value()).isEmpty();
        assertThat(mask.mask(" a\n\tb \r\n").value()).isEqualTo(" a\n\tb \n");
    }

    @Test
    void cleansTheTextBeforeItLooks() {
        assertThat(mask.mask("Linda\u030akra\u0000 9001\u200b01-0017").value())
                .isEqualTo("Lindåkra [personnummer]");
    }

    @Test
    void neverShowsTheTextWhenPrinted() {
        MaskedText masked = mask.mask("Kim bor i Lindåkra, 900101-0017");
        assertThat(masked.toString()).doesNotContain("Kim", "Lindåkra", "900101", "personnummer]")
                .contains(masked.value().length() + " characters", "IDENTITY_NUMBER");
    }

    /** Some hundred looks at each character are few beside the many thousands that a quadratic walk would take. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "9 ", "01 ", "0 ", "00 1 ", "+1 ", "+46 ", "12-", "1.", "(", ")", "[",
            "]", "([{", "( ",
            "@", "a@", "a @ ", "a.", "a.a@", "(at)", " snabel-a ", "kim", " ", "-", "\n", "900101-",
            "900101-0017 ",
            "1990 01 01 0017", "4111 1111 1111 1111 ", "4111111111111111", "070-174 06 05 ", "2026-01-02 08 ",
            "OCR ", "０",
            "٣ ", "1\u0301", "\ud835\udfcf"})
    void looksAtEachCharacterABoundedNumberOfTimes(String piece) {
        int length = 200_000;
        CountingText text = new CountingText(piece.repeat(length / piece.length()));
        KnownContacts nobody = KnownContacts.of(PublicContacts.none());
        EmailAddresses.hide(text, nobody, new Redaction(text, Placeholders.swedish()));
        Numbers.hide(text, nobody, new Redaction(text, Placeholders.swedish()));
        assertThat(text.looks()).as("looks at %s", piece).isLessThan(250L * length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "(", "12 ", "@"})
    void readsTenMegabytes(String piece) {
        String raw = piece.repeat(10_000_000 / piece.length());
        assertThat(mask.mask(raw).value()).isEqualTo(raw);
    }

    /** A text that counts how often a character of it is looked at. */
    private static final class CountingText implements CharSequence {
        private final String text;
        private long looks;

        private CountingText(String text) {
            this.text = text;
        }

        long looks() {
            return looks;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
