package se.lotsen.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueTokensTests {
    private final ValueTokens values = new ValueTokens();

    @Test
    void everyKindOfValueLeavesAsATokenAndComesBack() {
        String text = "Ring 0999-12 34 56 eller skriv till info@lindakra.example, se https://www.lindakra.example/bad."
                + " Det kostar 1 390 kronor.";
        String hidden = values.hidden(text);
        assertThat(hidden)
                .isEqualTo("Ring {TEL1} eller skriv till {EPOST1}, se {LÄNK1}. Det kostar {BELOPP1}.");
        assertThat(values.shown(hidden)).hasValue(text);
    }

    @Test
    void aTokenThatWasNeverGivenShowsNothing() {
        values.hidden("Det kostar 40 kronor.");
        assertThat(values.shown("Det kostar {BELOPP2}.")).isEmpty();
        assertThat(values.shown("Det kostar {BELOPP1.")).isEmpty();
        assertThat(values.shown("Det kostar {BELOPP1}.")).hasValue("Det kostar 40 kronor.");
    }
}
