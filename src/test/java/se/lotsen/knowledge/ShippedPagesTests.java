package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.testing.KnowledgeFiles;

/** The sample municipality: a page for each topic that residents ask about, of the shape that real pages have. */
class ShippedPagesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Map<String, String> TOPICS = Map.of(
            "barn-och-utbildning",
            "forskola-plats forskola-avgift pedagogisk-omsorg fritidshem skolval skolskjuts skolmat lasarstider"
                    + " franvaroanmalan gymnasieantagning sfi komvux modersmalsundervisning",
            "stod-och-omsorg",
            "hemtjanst sarskilt-boende trygghetslarm matdistribution ekonomiskt-bistand orosanmalan fardtjanst"
                    + " parkeringstillstand god-man bostadsanpassning budget-och-skuldradgivning familjeratt"
                    + " skadligt-bruk lss vald-i-nara-relationer",
            "bygga-och-bo",
            "bygglov komplementbyggnad mur-och-plank byggarkiv detaljplan smahustomter fastighetsgrans eldstad"
                    + " bostadsformedling",
            "avfall-vatten-miljo",
            "avfallshamtning atervinningscentral farligt-avfall avfallsabonnemang matavfall driftstorning-vatten"
                    + " va-taxa enskilt-avlopp eldning skadedjur buller",
            "trafik-och-gator",
            "felanmalan vintervaghallning parkeringsanmarkning boendeparkering markupplatelse fordonsflytt"
                    + " trafiksakerhet",
            "kultur-och-fritid", "simhall bibliotek lokalbokning foreningsbidrag kulturskola",
            "arbete-och-foretag", "feriejobb lediga-jobb serveringstillstand livsmedelsregistrering",
            "kommun-och-politik",
            "allman-handling synpunkter overklagande medborgarforslag borgerlig-vigsel val-och-rostning faktura"
                    + " skyddsrum om-kontaktcenter om-webbplatsen personuppgifter tillganglighet");
    /** Not among the topics, so that no answer about those is spoilt. */
    private static final Set<String> EXTRA = Set.of("badplatser", "hundar-vid-badplatser", "gasthamn",
            "batplats-avgift", "kolonilott", "konstvandring", "fyrverkerier");
    private static final Set<String> PAST_REVIEW = Set.of("kolonilott", "konstvandring", "fyrverkerier");

    private final Library library = Library.read(KnowledgeFiles.shipped());

    @Test
    void haveNoFaults() {
        assertThat(library.findings()).isEmpty();
    }

    @Test
    void everyTopicHasItsPageInItsArea() {
        TOPICS.forEach((area, slugs) -> List.of(slugs.split(" ")).forEach(slug -> {
            assertThat(library.page(slug)).as(slug).isPresent();
            Page page = library.page(slug).orElseThrow();
            assertThat(page.file()).isEqualTo("pages/" + area + "/" + slug + ".md");
            assertThat(page.metadata().area()).isEqualTo(area);
        }));
    }

    @Test
    void noOtherPagesThanTheTopicsAndTheExtraOnes() {
        Set<String> known = new TreeSet<>(EXTRA);
        TOPICS.values().forEach(slugs -> known.addAll(List.of(slugs.split(" "))));
        assertThat(library.pages().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void areAsLongAsRealPages() {
        library.pages().values().forEach(page -> assertThat(page.markdown().strip().split("\\s+").length)
                .as("words of %s", page.id()).isBetween(150, 600));
    }

    @Test
    void haveQuestionsAndResidentsOwnWords() {
        library.pages().values().forEach(page -> {
            assertThat(page.metadata().questions()).as(page.id()).hasSizeBetween(1, 3)
                    .doesNotHaveDuplicates();
            assertThat(page.metadata().phrasings()).as(page.id()).hasSizeGreaterThanOrEqualTo(4)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void beginWithALeadAndHaveAHeading() {
        library.pages().values().forEach(page -> {
            assertThat(page.passages().getFirst().isLead()).as(page.id()).isTrue();
            assertThat(page.passages()).as(page.id()).hasSizeGreaterThan(1);
        });
    }

    @Test
    void nameAContactThatExists() {
        ContactDirectory contacts = new ContactDirectory(new HandoverFiles(KnowledgeFiles.shipped()));
        library.pages().values().forEach(page -> assertThat(contacts.contact(page.metadata().contact()))
                .as("%s of %s", page.metadata().contact(), page.id()).isPresent());
    }

    @Test
    void threeExtraPagesArePastTheirReview() {
        assertThat(library.pages().values().stream()
                .filter(page -> page.metadata().reviewBy().isBefore(TODAY)).map(Page::id)
                .collect(Collectors.toSet())).isEqualTo(PAST_REVIEW);
    }

    @Test
    void twoPairsContradictEachOther() {
        assertThat(text("badplatser")).contains("Hundar är förbjudna", "1 maj till den 30 september");
        assertThat(text("hundar-vid-badplatser")).contains("Hundar är förbjudna",
                "1 juni till den 31 augusti");
        assertThat(text("gasthamn")).contains("320 kronor per dygn");
        assertThat(text("batplats-avgift")).contains("Gästplats", "250 kronor per dygn");
    }

    private String text(String page) {
        return library.pages().get(page).passages().stream().map(Passage::text)
                .collect(Collectors.joining(" "));
    }
}
