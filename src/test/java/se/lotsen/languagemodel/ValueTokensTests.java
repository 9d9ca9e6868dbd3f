package se.lotsen.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void equalValuesHaveEqualTokensAndOthersHaveOthers() {
        assertThat(values.hidden("Det kostar 40 kronor, eller 50 kronor."))
                .isEqualTo("Det kostar {BELOPP1}, eller {BELOPP2}.");
        assertThat(values.hidden("Barn betalar 40 kronor. Ring 0999-12 34 56."))
                .isEqualTo("Barn betalar {BELOPP1}. Ring {TEL1}.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Se {LÄNK1}.", "Ring {TEL1} eller {TEL2}.", "Ring {TEL01}.", "Ring {tel1}.",
            "Ring {TEL}.", "Ring {{TEL1}}.", "Ring {TEL1.", "Ring TEL1}.", "{}", "{ }", "Ring {TEL 1}."})
    void whatLooksLikeATokenAndWasNeverGivenIsRefused(String written) {
        values.hidden("Ring 0999-12 34 56.");
        assertThat(values.shown(written)).isEmpty();
    }

    @Test
    void aTokenMayBeSpacedOut() {
        values.hidden("Ring 0999-12 34 56.");
        assertThat(values.shown("Ring { TEL1 }.")).hasValue("Ring 0999-12 34 56.");
    }

    @Test
    void bracesOfAPageCanBeTakenForNoToken() {
        String hidden = values.hidden("Ring {TEL1} eller 0999-12 34 56.");
        assertThat(hidden).isEqualTo("Ring (TEL1) eller {TEL1}.");
        assertThat(values.shown(hidden)).hasValue("Ring (TEL1) eller 0999-12 34 56.");
    }

    @Test
    void aValueWithSignsOfReplacementsComesBackAsItWas() {
        String text = "Se https://www.lindakra.example/?a=$1&b=\\2 nu.";
        assertThat(values.shown(values.hidden(text))).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bygg högst 30 kvadratmeter.", "Öppet 8.00–16.00.", "Den 1 maj 2026.",
            "Postnummer 442 31.", "Sommaren 2026-06-01.", "Paragraf 9 kap. 4."})
    void otherNumbersStay(String text) {
        assertThat(values.hidden(text)).isEqualTo(text);
    }
}
