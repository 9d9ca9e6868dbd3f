package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.testing.PassageBuilder;
import se.lotsen.testing.SeededRandom;

class OmissionGuardTests {
    private static final List<String> FACTS = List.of("Du kan få bidrag för din förening.",
            "Lånekort är gratis.",
            "Parkeringen kostar 20 kronor per timme.", "Du söker plats i e-tjänsten.",
            "Barn åker gratis med bussen.",
            "Hushållet betalar 900 kronor per år.", "Larmet installeras hemma hos dig.",
            "En tillbyggnad behöver inte bygglov.");
    private static final List<String> LIMITS = List.of("Det gäller inte om du har skulder.",
            "Ansökan ska göras senast den 31 mars, annars får du vänta.", "Undantag: företag betalar alltid.",
            "Det gäller dock inte på helger.", "Annars förlorar du platsen.",
            "Du får det bara om du har fyllt 18 år.",
            "Den är högst 30 kvadratmeter.", "Det gäller endast för folkbokförda i kommunen.",
            "Det förutsatt att grannen säger ja.", "Undantag gäller för ledarhundar.",
            "Det kräver ett intyg från läkare.", "Den måste sökas före den 1 maj.",
            "Då får du inte söka igen.", "Men du måste anmäla det först.");
    private static final List<String> NOTES = List.of("Priserna gäller inte företag.",
            "Undantag: under 4 år är det gratis.", "Högst två personer per kort.",
            "Avgiften betalas senast samma dag.",
            "Det kostar dock extra på helger.");
    private static final List<String> NEUTRAL = List.of("Kontaktcenter svarar på frågor.",
            "Biblioteket ligger på torget.",
            "Här finns också en karta.", "Vi hjälper dig gärna på plats.",
            "Personalen visar hur maskinen fungerar.");

    private final OmissionGuard guard = new OmissionGuard();

    private static Statement statement(Passage passage, String text) {
        return passage.statements().stream().filter(statement -> statement.text().equals(text)).findFirst()
                .orElseThrow();
    }

    @Test
    void atLeastNineteenOfTwentyPlantedLimitsAreSurfaced() {
        SeededRandom random = new SeededRandom();
        List<String> lost = new ArrayList<>();
        int cases = 600;
        for (int round = 0; round < cases; round++) {
            String fact = random.oneOf(FACTS);
            int place = random.below(4);
            String limit = place == 2 ? random.oneOf(NOTES) : random.oneOf(LIMITS);
            Passage passage = planted(random, fact, limit, place);
            if (!guard.missing(passage, List.of(statement(passage, fact)))
                    .contains(statement(passage, limit))) {
                lost.add(fact + " | " + limit + " | " + place);
            }
        }
        assertThat(lost.size()).as("%s %s", random, lost).isLessThanOrEqualTo(cases / 20);
    }

    private static Passage planted(SeededRandom random, String fact, String limit, int place) {
        PassageBuilder page = aPassage("sida").under("Regler").paragraph(random.oneOf(NEUTRAL));
        return switch (place) {
            case 0 -> page.paragraph(fact, limit, random.oneOf(NEUTRAL)).build();
            case 1 -> page.paragraph("Så här är det.", fact, limit).build();
            case 2 -> page.table(fact, "Annat: 300 kronor").paragraph(limit).build();
            default -> page.paragraph(fact, "Det gäller endast en gång.", limit).build();
        };
    }

    @Test
    void neutralNeighboursAreNotDemanded() {
        SeededRandom random = new SeededRandom();
        for (int round = 0; round < 200; round++) {
            String fact = random.oneOf(FACTS);
            Passage passage = aPassage("sida").paragraph(random.oneOf(NEUTRAL), fact, "Vi svarar på telefon.")
                    .paragraph("Kartan visar alla platser.").build();
            assertThat(guard.missing(passage, List.of(statement(passage, fact)))).as("%s %s", fact, random)
                    .isEmpty();
        }
    }

    @Test
    void anItemNeedsItsLeadInAndAConditionAllItsItems() {
        Passage passage = aPassage("bygglov").paragraph("Undantaget gäller inte om")
                .list("huset står nära gränsen", "planen kräver bygglov.").build();
        assertThat(guard.missing(passage, List.of(passage.statements().get(1))))
                .containsExactly(passage.statements().get(0), passage.statements().get(2));
        Passage steps = aPassage("ansökan").paragraph("Gör så här:").list("Logga in.", "Skicka.").build();
        assertThat(guard.missing(steps, List.of(steps.statements().get(1))))
                .containsExactly(steps.statements().get(0));
    }

    @Test
    void whatIsShownIsNotMissing() {
        Passage passage = aPassage("sida").paragraph(FACTS.getFirst(), LIMITS.getFirst()).build();
        assertThat(guard.missing(passage, passage.statements())).isEmpty();
        assertThat(guard.missing(passage, List.of())).isEmpty();
    }

    @Test
    void anAnswerInOtherWordsMustSayTheLimitsToo() {
        Passage passage = aPassage("bidrag")
                .paragraph("Lokalbidraget är 40 procent av hyran, högst 30 000 kronor per år.",
                        "Det gäller inte om föreningen äger lokalen.")
                .build();
        assertThat(guard.missingFrom(passage, List.of("Lokalbidraget är 40 procent av hyran.")))
                .isEqualTo(passage.statements());
        assertThat(guard.missingFrom(passage,
                List.of("Lokalbidraget är 40 procent av hyran, som mest 30 000 kr per år.")))
                .containsExactly(passage.statements().get(1));
        assertThat(guard.missingFrom(passage, List.of("Lokalbidraget är 40 % av hyran, max 30 000 kr per år."
                + " Det gäller inte om föreningen äger lokalen."))).isEmpty();
    }
}
