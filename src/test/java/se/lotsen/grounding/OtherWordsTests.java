package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.knowledge.Passage;

/** Each rule for what may be said in other words: a true sentence that it lets pass, and its false sibling. */
class OtherWordsTests {
    private static final Passage LOT = aPassage("kolonilott").under("Får jag elda utan tillstånd?").paragraph(
            "Hjälper inte det kan du klaga till Miljöenheten.",
            "Alla skolor i kommunen är fria från nötter.",
            "Skicka därför inte med kakor eller matsäck med nötter.",
            "Mätaren läser du av en gång per år, senast den 15 december.",
            "Har du en digital mätare behöver du inte göra något.",
            "Skicka överklagandet till kommunen, inte till domstolen.",
            "Huset ska vara klart inom tre år.",
            "Gör du inte det måste du betala ett vite på 100 000 kronor.",
            "Säg upp platsen senast den 15 maj inför hösten och senast den 1 december inför våren.",
            "Kursen är gratis.",
            "Gästplatser går inte att boka i förväg.",
            "Tvätta inte kläder förrän vattnet är klart.",
            "Fakturan för vatten kommer varannan månad och ska betalas inom 30 dagar.",
            "Har du ingen bil kan vi hämta grovavfall vid din tomtgräns.")
            .build();
    private static final Passage TABLE = aPassage("hemtjanst").under("Avgifter").table(
            "Trygghetslarm – Högsta avgift: 240 kronor per månad; Ingår i maxtaxan: Ja",
            "Matlåda – Högsta avgift: 68 kronor per portion; Ingår i maxtaxan: Nej").build();
    private static final Passage LIST = aPassage("om").under("Gränser").paragraph("Assistenten kan inte")
            .list("se dina ärenden", "avgöra om du har rätt till ett bidrag").build();

    private final GroundingCheck check = new GroundingCheck();

    private void assertHolds(boolean expected, String sentence, Passage passage) {
        Grounding grounding = check.check(sentence, List.of(passage));
        assertThat(grounding.holds()).as("%s", grounding.faults()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Om det inte hjälper kan du klaga till Miljöenheten.",
            "Kakor eller matsäck med nötter får inte skickas med.",
            "Du läser av mätaren en gång per år, senast den 15 december, om du inte har en digital mätare.",
            "Du skickar överklagandet till kommunen.",
            "Huset ska vara klart inom tre år, annars måste du betala ett vite på 100 000 kronor.",
            "Säg upp platsen senast den 15 maj inför hösten eller den 1 december inför våren.",
            "Kursen kostar ingenting.",
            "Vänta med att tvätta kläder tills vattnet är klart.",
            "Fakturan för vatten får du varannan månad, och du ska betala den inom 30 dagar.",
            "Om du saknar bil kan vi hämta grovavfall vid din tomtgräns.",
            "Skolor i kommunen är fria från nötter."})
    void trueInOtherWords(String sentence) {
        assertHolds(true, sentence, LOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Om det hjälper kan du klaga till Miljöenheten.",
            "Kakor eller matsäck med nötter får skickas med.",
            "Du läser inte av mätaren en gång per år, senast den 15 december, om du har en digital mätare.",
            "Du skickar inte överklagandet till kommunen.",
            "Huset ska vara klart inom tre år, annars måste du betala ett vite på 10 000 kronor.",
            "Säg upp platsen tidigast den 15 maj inför hösten eller den 1 december inför våren.",
            "Kursen kostar 100 kronor.",
            "Tvätta kläder förrän vattnet är klart.",
            "Fakturan för vatten får du varannan månad, och du ska betala den inom 60 dagar.",
            "Om du har bil kan vi hämta grovavfall vid din tomtgräns.",
            "Skolor i kommunen är inte fria från nötter.",
            "Huset ska vara klart utanför tre år."})
    void theirFalseSiblings(String sentence) {
        assertHolds(false, sentence, LOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Ett trygghetslarm kostar högst 240 kronor per månad.",
            "En matlåda kostar högst 68 kronor per portion och ingår inte i maxtaxan."})
    void aTablesHeadsAreEvidence(String sentence) {
        assertHolds(true, sentence, TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Ett trygghetslarm kostar 240 kronor per månad.",
            "Ett trygghetslarm kostar högst 68 kronor per portion.",
            "Ett trygghetslarm kostar högst 240 kronor per månad och en matlåda högst 240 kronor per månad."})
    void aCellWithoutItsLimitOrOfAnotherRowIsCaught(String sentence) {
        assertHolds(false, sentence, TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Assistenten kan inte se dina ärenden.",
            "Assistenten kan inte avgöra om du har rätt till ett bidrag."})
    void aLeadInsNegationIsTheLists(String sentence) {
        assertHolds(true, sentence, LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Assistenten kan se dina ärenden.",
            "Du kan avgöra om du har rätt till ett bidrag."})
    void aListsItemWithoutItsLeadInsNegationIsCaught(String sentence) {
        assertHolds(false, sentence, LIST);
    }
}
