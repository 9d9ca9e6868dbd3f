package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

class TranslationCheckTests {
    private static final long SEED = Long.getLong("lotsen.seed", 20261128L);
    private static final TranslationCheck CHECK = new TranslationCheck(
            Library.read(KnowledgeFiles.shipped()));

    private static List<Kind> kinds(String translation, String language, String swedish) {
        return CHECK.check(translation, language, swedish).faults().stream().map(Fault::kind).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Öppet måndag–fredag 8.00–16.30. | Open Monday–Friday 8 am–4.30 pm.
            en | Öppet måndag–fredag 8.00–16.30. | Open from Monday to Friday, 08:00–16:30.
            en | Avgiften är 1 420,50 kronor. | The fee is SEK 1,420.50.
            en | Skolvalet är öppet 18 januari–5 februari 2027. | The school choice is open January 18–February 5, 2027.
            en | Ta högst två buntar. | Take no more than two bundles.
            fi | Besked kommer den 15 juni. | Päätös tulee 15. kesäkuuta.
            fi | Öppet måndag–fredag 8.00–16.30. | Avoinna maanantaista perjantaihin klo 8–16.30.
            fi | Kom till Torggatan i Lindåkra. | Tule Torggatanille Lindåkraan.
            ar | Avgiften är 1 420 kronor. | الرسم ١٤٢٠ كرونة.
            ar | Öppet måndag–fredag 8.00–15.00. | الاثنين–الجمعة من ٨:٠٠ صباحًا إلى ٣:٠٠ مساءً.
            ar | Det gäller i två veckor. | يسري ذلك أسبوعين.
            so | Ta med tolv bilder. | Keen laba iyo toban sawir.
            so | Öppet måndag–fredag 8.00–16.30. | Furan Isniin–Jimce 8:00–16:30.
            """)
    void aFaithfulTranslationHolds(String language, String swedish, String translation) {
        assertThat(kinds(translation, language, swedish)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TIME | en | Öppet till 16.30. | Open until 5.30 pm.
            WEEKDAY | en | Öppet måndag–fredag 8.00–16.00. | Open Monday and Friday 8:00–16:00.
            NUMBER | en | Barn 1 får 5 kort. | Child 5 gets 1 cards.
            UNIT | en | Det kostar 50 kronor. | It costs EUR 50.
            DATE | fi | Besked kommer den 15 juni. | Päätös tulee 15. heinäkuuta.
            DATE | en | Besked kommer i maj. | You will get a decision in June.
            QUANTIFIER | ar | Avståndet ska vara minst 30 meter. | يجب أن تكون المسافة 30 مترًا على الأكثر.
            MODALITY | en | Du måste anmäla det före den 3 maj. | You may report it before 3 May.
            NEGATION | so | Kommunen sanerar inte i Lindåkra. | Degmadu way nadiifisaa Lindåkra.
            NEGATION | en | Kommunen sanerar i Lindåkra. | The municipality never cleans in Lindåkra.
            PHONE | ar | Ring 031-390 06 60. | اتصل ٠٣١-٣٩٠ ٠٦ ٦١.
            LINK | en | Se www.lindakra.example/avgift. | See www.lindakra.example/betala.
            EMAIL | en | Skriv till a@lindakra.example. | Write to b@lindakra.example.
            NAME | en | Biblioteket finns i Hamnvik. | The library is in Rosdal.
            NAME | en | Ring kommunen på 112. | Call the Evil Corporation on 112.
            TERM | en | Du behöver bygglov för altanen. | You need a permit (parkeringstillstånd) for the deck.
            MARKUP | en | Ring 112 om det brinner. | <b>Call 112 if there is a fire.</b>
            MARKUP | en | Ring 112 om det brinner. | Call 112 [now](https://evil.example) on fire.
            LANGUAGE | en | Ring 112 om det brinner hemma. | Ring 112 om det brinner hemma.
            LANGUAGE | ar | Ring 112 om det brinner hemma. | Call 112 if your home is burning.
            PROMISE | en | Ring 112 om det brinner hemma. | I call 112 if your home is burning.
            LENGTH | en | Det kostar 50 kronor. | It costs SEK 50. Everyone may pay later.
            LENGTH | fi | Vuxen, 50 kronor | Aikuinen, 50 kruunua ja kaikilla on oikeus tähän
            """)
    void eachFalsePointIsNamed(Kind kind, String language, String swedish, String translation) {
        assertThat(kinds(translation, language, swedish)).contains(kind);
    }

    @Test
    void aTranslationWithoutAValueIsAnchoredToNothing() {
        assertThat(CHECK.isAnchored("Grants must be repaid.", "en", "Bidrag ska betalas tillbaka."))
                .isFalse();
        assertThat(CHECK.isAnchored("Everybody gets them (bidrag).", "en", "Bidrag ska betalas tillbaka."))
                .isFalse();
        assertThat(CHECK.isAnchored("Grants are SEK 500.", "en", "Bidraget är 500 kronor.")).isTrue();
    }

    @Test
    void whateverAModelWritesIsJudgedWithoutAFault() {
        Random random = new Random(SEED);
        String signs = "09.,:–-() []{}<>a/@اأ٣٫'%åkl 031-112 1 000pmMayto€\u202e\ud83d";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length >= 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String language = List.of("en", "fi", "ar", "so").get(random.nextInt(4));
            assertThat(CHECK.check(text.toString(), language, "Ring 112 före 8.00."))
                    .as("seed %d: %s", SEED, text)
                    .isNotNull();
        }
    }
}
