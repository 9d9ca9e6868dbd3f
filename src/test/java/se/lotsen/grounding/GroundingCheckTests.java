package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Passage;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.SeededRandom;

class GroundingCheckTests {
    private static final Passage BATH = aPassage("simhall").under("Vad kostar ett bad i simhallen?").table(
            "Vuxen – Engångsbad: 80 kronor; Tio bad: 720 kronor; Årskort: 2 950 kronor",
            "Student och pensionär – Engångsbad: 60 kronor; Tio bad: 540 kronor; Årskort: 2 200 kronor",
            "Barn 4–17 år – Engångsbad: 40 kronor; Tio bad: 360 kronor; Årskort: 1 400 kronor")
            .paragraph("Bastu ingår i simhallens priser.", "Tiokortet gäller i två år.",
                    "Undantag: vid läkarintyg kan vi frysa årskortet i högst tre månader.")
            .build();
    private static final Passage HOURS = aPassage("bibliotek").under("När har biblioteket öppet?").paragraph(
            "Huvudbiblioteket i Lindåkra har öppet måndag–torsdag 10.00–19.00, fredag 10.00–18.00 och lördag"
                    + " 10.00–15.00.",
            "Du får inte låna om en bok som någon annan har reserverat.",
            "Säg upp platsen senast den 31 mars, annars betalar du 1 500 kronor per termin.",
            "Ring 031-390 06 00 eller mejla kontaktcenter@lindakra.example, Torggatan 1 i Lindåkra.")
            .table("Hamnvik – Måndag–torsdag: 13.00–18.00; Fredag: stängt",
                    "Stensbro – Måndag–torsdag: 14.00–18.00; Fredag: stängt")
            .build();
    private final GroundingCheck check = new GroundingCheck();

    private List<Kind> kinds(String sentence, Passage... cited) {
        return check.check(sentence, List.of(cited)).faults().stream().map(Fault::kind).toList();
    }

    @Test
    void everyStatementOfThePagesHoldsAsItIs() {
        Library.read(KnowledgeFiles.shipped()).pages().values().forEach(page -> page.passages()
                .forEach(passage -> passage.statements().forEach(statement -> assertThat(
                        check.check(statement.text(), List.of(passage)).faults()).as(statement.text())
                        .isEmpty())));
    }

    @Test
    void aSentenceWithoutACitationNeverHolds() {
        assertThat(kinds("Bastu ingår i simhallens priser.")).containsExactly(Kind.NO_CITATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Säg upp platsen senast den 31 mars, annars betalar du 1500 kr per termin.",
            "Säg upp platsen senast 31/3, annars betalar du 1.500:- per termin.",
            "Säg upp platsen senast den 31:a mars, annars betalar du 1 500 kr per termin.",
            "Säg upp platsen senast den trettioförsta mars, annars betalar du 1500 kronor per termin.",
            "Du måste säga upp platsen senast den 31 mars. Annars betalar du 1 500 kronor per termin.",
            "Huvudbiblioteket i Lindåkra har öppet kl. 10–18 på fredagar.",
            "På fredag har huvudbiblioteket i Lindåkra öppet 10:00–18:00.",
            "Huvudbiblioteket i Lindåkra: mån–tors 10.00–19.00.",
            "Huvudbiblioteket i Lindåkra har öppet från klockan 10 till klockan 15 på lördagar.",
            "I Hamnvik har biblioteket öppet måndag till torsdag 13.00–18.00.",
            "En bok som någon annan har reserverat får du inte låna om.",
            "Ring 031-3900600 eller mejla kontaktcenter@lindakra.example.",
            "Ring +46 31 390 06 00."})
    void valuesMayBeWrittenInAnyCommonWay(String sentence) {
        assertThat(check.check(sentence, List.of(HOURS)).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Ett engångsbad kostar 80 kr för vuxna.",
            "Vuxna betalar 80 kronor för ett engångsbad, barn 4–17 år betalar 40 kronor.",
            "Årskort för pensionärer kostar 2200 kronor.",
            "Tio bad kostar 360 kronor för barn mellan 4 och 17 år.",
            "Med läkarintyg kan årskortet frysas i max 3 månader.",
            "Bastun ingår i priset."})
    void cellsMayBeSaidAsSentences(String sentence) {
        assertThat(check.check(sentence, List.of(BATH)).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "AMOUNT|Ett engångsbad kostar 40 kronor för vuxna.",
            "AMOUNT|Vuxna betalar 40 kronor för ett engångsbad, barn 4–17 år betalar 80 kronor.",
            "AMOUNT|Årskort för pensionärer kostar 2 950 kronor.",
            "AMOUNT|Ett engångsbad kostar 85 kronor för vuxna.",
            "UNIT|Tiokortet gäller i två månader.",
            "NUMBER|Tiokortet gäller i fyra år.",
            "QUANTIFIER|Med läkarintyg kan vi frysa årskortet i minst tre månader.",
            "QUANTIFIER|Undantag: vid läkarintyg kan vi frysa årskortet i tre månader.",
            "NEGATION|Bastu ingår inte i simhallens priser."})
    void aFeeOfAnotherRowIsCaught(Kind kind, String sentence) {
        assertThat(kinds(sentence, BATH)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "TIME|Huvudbiblioteket i Lindåkra har öppet kl. 10–15 på fredagar.",
            "TIME|I Hamnvik har biblioteket öppet måndag–torsdag 14.00–18.00.",
            "TIME|Huvudbiblioteket i Lindåkra har öppet måndag–torsdag 10.00–20.00.",
            "WEEKDAY|Huvudbiblioteket i Lindåkra har öppet söndag 10.00–15.00.",
            "WEEKDAY|Huvudbiblioteket i Lindåkra har öppet måndag–lördag 10.00–19.00.",
            "PHONE|Ring 031-390 06 01.",
            "EMAIL|Mejla kontaktcenter@lindakra.example.com.",
            "LINK|Säg upp platsen på www.lindakra.se/platsen.",
            "DATE|Säg upp platsen senast den 31 maj.",
            "DATE|Säg upp platsen senast den 31 mars 2028.",
            "QUANTIFIER|Säg upp platsen tidigast den 31 mars, annars betalar du 1 500 kronor per termin.",
            "UNIT|Säg upp platsen senast den 31 mars, annars betalar du 1 500 kronor per månad.",
            "NEGATION|Du får låna om en bok som någon annan har reserverat.",
            "MODALITY|Du måste inte låna om en bok som någon annan har reserverat.",
            "ADDRESS_OR_PLACE|Ring eller besök oss på Torggatan 7 i Lindåkra.",
            "ADDRESS_OR_PLACE|Huvudbiblioteket i Borås har öppet fredag 10.00–18.00.",
            "UNCOVERED_WORDS|Parkeringen bakom stationen rymmer cyklar och elsparkcyklar."})
    void eachKindOfFalsehoodIsCaught(Kind kind, String sentence) {
        assertThat(kinds(sentence, HOURS)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ett engångsbad kostar 4\u200B0 kronor för vuxna.",
            "Ett engångsbad kostar \uFF14\uFF10 kronor för vuxna.",
            "Ett engångsbad kostar \u0664\u0660 kronor.",
            "Ett engångsbad kostar \u202E08\u202C kronor för vuxna.",
            "Ett engångsbad kostar 8O kronor för vuxna.",
            "Ett engångsbad kostar \u09EA0 kronor för vuxna.", "Bastu ingår \u0456nte i simhallens priser.",
            "Bastu ingår \u0131nte i simhallens priser.", "Bastu ingår i\u00ADnte i simhallens priser.",
            "B\u0336astu ingår i simhallens priser.",
            "Ett engångsbad kostar \uD835\uDFD2\uD835\uDFCE kronor för vuxna.",
            "Ett engångsbad kostar 80 kronor för vuxna.\u2066Det är gratis.\u2069"})
    void whatDeceivesTheEyeDoesNotSlipThrough(String sentence) {
        assertThat(check.check(sentence, List.of(BATH)).holds()).isFalse();
    }

    @Test
    void fullWidthDigitsAreTheDigitsTheyShow() {
        assertThat(
                check.check("Ett engångsbad kostar \uFF18\uFF10 kronor för vuxna.", List.of(BATH)).faults())
                .isEmpty();
    }

    @Test
    void hostileTextCostsLittleTime() {
        List<String> hostile = List.of("1 ".repeat(1000), "a-".repeat(1000), "031-".repeat(500),
                "1.".repeat(1000),
                "å@".repeat(1000), "inte ".repeat(400), "1/1/".repeat(500), "kl. ".repeat(500),
                "\u202E".repeat(2000),
                "måndag–".repeat(280), "80 kronor, ".repeat(180), "9".repeat(2000), "x".repeat(100_000));
        assertTimeout(Duration.ofSeconds(5),
                () -> hostile.forEach(text -> check.check(text, List.of(BATH, HOURS))));
        assertThat(hostile)
                .allSatisfy(text -> assertThat(check.check(text, List.of(BATH)).holds()).isFalse());
    }

    @Test
    void anyTextIsReadWithoutAFault() {
        SeededRandom random = new SeededRandom();
        List<String> pieces = List.of("0", "7", "31", " ", ".", ":", "-", "–", "/", "kl", "kr", "den", "mars",
                "inte", "å",
                "per", "@", "www.", "\uD83D", "\u0000", "vecka", "måndag", "%", "A", "(", "2026", "000",
                "och");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.below(14); piece >= 0; piece--) {
                text.append(random.oneOf(pieces));
            }
            assertThat(check.check(text.toString(), List.of(HOURS))).as("%s %s", text, random)
                    .isEqualTo(check.check(text.toString(), List.of(HOURS)));
        }
    }

    @Test
    void whatFurtherPassagesSayCounts() {
        assertThat(
                check.check("Tiokortet gäller i två år. Ring 031-390 06 00.", List.of(BATH, HOURS)).holds())
                .isTrue();
        assertThat(check.check("Tiokortet gäller i två år. Ring 031-390 06 00.", List.of(BATH)).holds())
                .isFalse();
    }

    /** Found by a lying model, end to end (LyingModelTests). */
    @Test
    void aSumOfMoneyIsNoShareOfAlcohol() {
        Passage permit = aPassage("serveringstillstand").paragraph(
                "Du behöver serveringstillstånd för att servera starköl, vin, sprit och andra alkoholdrycker över 3,5"
                        + " procent till allmänheten.",
                "Avgiften 2026 är mellan 1 200 och 12 500 kronor.").build();
        assertThat(kinds(
                "Du behöver serveringstillstånd för att servera starköl, vin, sprit och andra alkoholdrycker"
                        + " över 1 200 kronor till allmänheten.",
                permit)).isNotEmpty();
    }

    /** Found by a lying model: words that every page has claim something all the same. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Det kostar ingenting.; gratis|ingenting|avgiftsfri|kostnadsfri|kostar inget|utan kostnad|ingen avgift|kostar det 0 kronor",
            "Du behöver inte betala avgiften.; gratis|inte betala|slipper|ingen avgift|avgiftsfri|befri",
            "Kommunen betalar alltid.; kommunen betalar|betalar kommunen",
            "Det är förbjudet i hela kommunen.; förbjud",
            "Kommunen har inget ansvar för detta.; (?:inget|inte|ej)[^.]* ansvar|ansvar[^.]* (?:inget|inte|ej)\\b"})
    void commonWordsAloneHoldOnlyWhereTheyAreSaid(String claim, String said) {
        assertThat(Library.read(KnowledgeFiles.shipped()).pages().values().stream()
                .flatMap(page -> page.passages().stream())
                .filter(passage -> !java.util.regex.Pattern.compile("(?iu)" + said).matcher(passage.text())
                        .find())
                .filter(passage -> check.check(claim, List.of(passage)).holds()).map(Passage::id)).isEmpty();
    }

    /** Found by a lying model among 1,000: a "not" beside one that the clause after it has. */
    @Test
    void aNegationIsNotBorrowedFromTheNextClause() {
        Passage noise = aPassage("buller").paragraph("Vi kan kräva att bullret dämpas, ibland med vite.",
                "Du kan vara anonym men då får du inget svar.",
                "Tänk på att ditt namn i ett klagomål blir offentligt.").build();
        assertThat(kinds("Du kan vara anonym men då får du inget svar.", noise)).isEmpty();
        assertThat(kinds("Du kan inte vara anonym men då får du inget svar.", noise)).isNotEmpty();
    }
}
