package se.lotsen.languagemodel.written;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.languagemodel.Utterance.Slip;

class ModelTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"Klicka <b>här</b>.", "Se </p> nu.", "Ett <!-- dolt --> ord.", "< script>x",
            "Läs [sidan](/x).", "![bild]", "Skriv `kod`.", "[1]: http", "Ett &lt;b ord &lt;",
            "Ett &#60; ord.",
            "Bild data:image/png.", "Se javascript:alert(1).", "# Avgift.", "## Avgift.", "| a | b |.",
            "> Citat.", "Feber: hemma [forskola-avgift].", "Hemma []", "Hemma 【1】.", "Hemma [[.",
            "Ärenden [personnummer] prövas."})
    void markupIsASlip(String text) {
        assertThat(ModelText.slip(text)).hasValue(Slip.MARKUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Se www.kommunen.example.", "Se HTTPS://x.", "Besök kommunen.se.",
            "Skriv till a@b.c.", "Se Lindåkra.SE nu."})
    void aLinkOrAddressOfItsOwnIsASlip(String text) {
        assertThat(ModelText.slip(text)).hasValue(Slip.UNKNOWN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jag hjälper dig.", "Det vet jag.", "Fråga mig.", "JAG bokar en tid."})
    void speakingOfItselfIsASlip(String text) {
        assertThat(ModelText.slip(text)).hasValue(Slip.FIRST_PERSON);
    }

    @Test
    void aBeginningInTheMiddleIsASlip() {
        assertThat(ModelText.slip("och sedan betalar du.")).hasValue(Slip.FRAGMENT);
        assertThat(ModelText.slip("är öppet.")).hasValue(Slip.FRAGMENT);
    }

    @Test
    void whatIsLongerThanAPlainSentenceIsASlip() {
        assertThat(ModelText.slip("A" + "a".repeat(400))).hasValue(Slip.TOO_LONG);
        assertThat(ModelText.slip("A" + "a".repeat(399))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Logga in på Mina sidor.", "Din jagt är anmäld.", "Jagat vilt anmäler du.",
            "Migrationsverket svarar.", "Bygg närmare än 4,5 meter < 5 meter.", "Ring {TEL1}.",
            "{LÄNK1} visar mer.", "Bygglov & marklov söker du.", "Det gäller t.ex. altaner.",
            "Kom i tid. Se taxan.", "Avgiften (utan moms) är {BELOPP1}.",
            "”Mina sidor” är en e-tjänst.", "15 kvadratmeter räcker.", "Öppet kl. 8.00–16.00."})
    void plainSentencesAreAllowed(String text) {
        assertThat(ModelText.slip(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"- Ring oss.|Ring oss.", "* Ring oss.|Ring oss.",
            "• Ring oss.|Ring oss.", "– Ring oss.|Ring oss.", "1. Ring oss.|Ring oss.",
            "12) Ring oss.|Ring oss.", "**Ring** oss.|Ring oss.", "__Ring__ oss.|Ring oss.",
            "1 390 kronor kostar det.|1 390 kronor kostar det.", "-5 grader räcker.|-5 grader räcker.",
            "8.00 öppnar vi.|8.00 öppnar vi.", "A-kassan svarar.|A-kassan svarar."})
    void marksOfListsAndEmphasisAreTakenAway(String written, String plain) {
        assertThat(ModelText.plain(written)).isEqualTo(plain);
    }
}
