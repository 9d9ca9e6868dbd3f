package se.lotsen.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.web.util.HtmlUtils;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.insight.SeededLog.Asked;
import se.lotsen.insight.SeededLog.Waited;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/** A thousand made-up questions in the service's record, and every number of them counted once more by hand. */
@ServiceTest
class InsightPagesTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant FIRST = Instant.parse("2026-10-20T06:00:00Z");
    private static final Period ALL = new Period(LocalDate.parse("2026-10-01"),
            LocalDate.parse("2026-11-24"));
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ConversationStore store;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private DailyTotals totals;
    @Autowired
    private KnowledgeWatch pages;
    @Autowired
    private ScheduledTaskHolder schedule;
    @Autowired
    private Clock clock;
    private SeededLog log;
    private StaffForTests staff;

    @BeforeEach
    void enter() {
        SeededLog.countOnlyWhenAsked(schedule, totals);
        forget();
        staff = new StaffForTests(database);
        staff.clear();
        log = new SeededLog(store, cases, (TownClock) clock);
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        staff.clear();
        forget();
    }

    private void forget() {
        for (String table : List.of("conversation", "tombstone", "insight_total", "insight_day")) {
            database.sql("delete from " + table).update();
        }
    }

    private void seed(int questions) {
        log.ask(questions, FIRST, Duration.ofDays(28),
                pages.library().pages().keySet().stream().limit(6).toList());
    }

    @Test
    void everyNumberIsWhatAThousandQuestionsSayAndStaysSoWhenTheyAreGone() {
        seed(1000);
        compare("from the log");
        totals.keepUp();
        List<Total> kept = totals.between(ALL.from(), ALL.to());
        totals.keepUp();
        assertThat(totals.between(ALL.from(), ALL.to())).as("counted twice, %s", log)
                .containsExactlyInAnyOrderElementsOf(kept);
        compare("from the totals");
        database.sql("delete from conversation").update();
        assertThat(database.sql("select count(*) from insight_total where code like '%förskol%'")
                .query(Integer.class).single()).isZero();
        compare("when the conversations are gone");
    }

    private void compare(String when) {
        Tally tally = Tally.of(totals.between(ALL.from(), ALL.to()), Filter.ALL);
        String why = when + ", " + log;
        assertThat(tally.sum(Measure.QUESTIONS)).as(why).isEqualTo(1000);
        assertThat(tally.questions()).as(why).isEqualTo(count(InsightPagesTests::asks));
        assertThat(tally.answered()).as(why).isEqualTo(count(one -> kind(one) == AnswerKind.ANSWERED));
        assertThat(tally.unanswered()).as(why).isEqualTo(count(InsightPagesTests::unanswered));
        assertThat(tally.faults().hits()).as(why).isEqualTo(count(one -> kind(one) == AnswerKind.FAILED));
        assertThat(tally.handedOver().hits()).as(why)
                .isEqualTo(count(one -> asks(one) && one.handedOver()));
        assertThat(tally.helped().hits()).as(why)
                .isEqualTo(count(one -> Boolean.TRUE.equals(one.helpful())));
        assertThat(tally.helped().of()).as(why).isEqualTo(count(one -> one.helpful() != null));
        assertThat(tally.repeated().hits()).as(why).isPositive().isEqualTo(count(this::repeats));
        Tally english = tally.only(new Filter("en", ""));
        assertThat(english.answered()).as(why).isEqualTo(
                count(one -> one.language().equals("en") && kind(one) == AnswerKind.ANSWERED));
        compareOwners(tally, why);
        compareVisits(tally, why);
        compareWaits(tally, why);
    }

    private void compareOwners(Tally tally, String why) {
        Map<String, Long> owners = new HashMap<>();
        for (Asked one : log.asked) {
            String owner = one.page() == null
                    ? ""
                    : pages.library().page(one.page()).orElseThrow().metadata().owner();
            owners.merge(owner, 1L, Long::sum);
        }
        assertThat(tally.by(Measure.QUESTIONS, Total::owner)).as(why).isEqualTo(owners);
    }

    private void compareVisits(Tally tally, String why) {
        Map<String, Set<Asked>> visits = new HashMap<>();
        log.asked.stream().filter(InsightPagesTests::asks).forEach(one -> visits
                .computeIfAbsent(one.conversation() + " " + one.at().atZone(ZONE).toLocalDate(),
                        any -> new HashSet<>())
                .add(one));
        long served = visits.values().stream()
                .filter(visit -> visit.stream().anyMatch(one -> kind(one) == AnswerKind.ANSWERED))
                .filter(visit -> visit.stream().noneMatch(one -> one.handedOver() || repeats(one))).count();
        long unsolved = visits.values().stream()
                .filter(visit -> visit.stream().anyMatch(InsightPagesTests::unsolved)).count();
        long person = visits.values().stream()
                .filter(visit -> visit.stream().anyMatch(InsightPagesTests::unsolved)
                        && visit.stream().anyMatch(Asked::handedOver))
                .count();
        assertThat(List.of(tally.sum(Measure.VISITS), tally.sum(Measure.SELF_SERVED),
                tally.sum(Measure.UNSOLVED), tally.sum(Measure.UNSOLVED_TO_PERSON))).as(why)
                .isEqualTo(List.of((long) visits.size(), served, unsolved, person));
    }

    private void compareWaits(Tally tally, String why) {
        List<Integer> accepted = log.waits.stream().filter(Waited::accepted).map(Waited::seconds).sorted()
                .toList();
        assertThat(tally.sum(Measure.OFFERED)).as(why).isEqualTo(log.waits.size());
        assertThat(tally.sum(Measure.ACCEPTED)).as(why).isPositive().isEqualTo(accepted.size());
        assertThat(tally.sum(Measure.LEFT)).as(why).isEqualTo(log.waits.size() - accepted.size());
        assertThat(tally.sum(Measure.IN_TIME)).as(why)
                .isEqualTo(accepted.stream().filter(seconds -> seconds <= 60).count());
        assertThat(tally.sum(Measure.WAIT_SECONDS)).as(why)
                .isEqualTo(accepted.stream().mapToLong(Integer::longValue).sum());
        assertThat(tally.waits().getLast()).as(why)
                .isEqualTo(accepted.stream().filter(seconds -> seconds > 1800).count());
    }

    private long count(Predicate<Asked> which) {
        return log.asked.stream().filter(which).count();
    }

    private static AnswerKind kind(Asked one) {
        return one.outcome().kind();
    }

    private static boolean asks(Asked one) {
        return one.outcome() != AnswerOutcome.GREETED;
    }

    private static boolean unanswered(Asked one) {
        return one.outcome() != AnswerOutcome.PERSON_ASKED_FOR
                && Set.of("NO_ANSWER", "HANDOVER", "FAILED").contains(kind(one).name());
    }

    private static boolean unsolved(Asked one) {
        return unanswered(one) || one.helpful() != null && !one.helpful();
    }

    private boolean repeats(Asked one) {
        return asks(one) && log.asked.stream()
                .anyMatch(earlier -> asks(earlier) && earlier.conversation().equals(one.conversation())
                        && earlier.at().isBefore(one.at())
                        && !earlier.at().plusSeconds(86_400).isBefore(one.at())
                        && earlier.topic() == one.topic() && unsolved(earlier));
    }

    @Test
    void aDayStandsWhenTwoDaysHavePassedAndOneThatIsOpenIsCountedAnew() {
        seed(40);
        ((TownClock) clock).set(Instant.parse("2026-11-12T09:00:00Z"));
        totals.keepUp();
        assertThat(database.sql("select max(on_day) from insight_day").query(LocalDate.class).single())
                .isEqualTo("2026-11-11");
        assertThat(database.sql("select max(on_day) from insight_day where settled").query(LocalDate.class)
                .single()).isEqualTo("2026-11-09");
        ((TownClock) clock).set(Instant.parse("2026-11-12T23:30:00Z"));
        totals.keepUp();
        assertThat(database.sql("select max(on_day) from insight_day where settled").query(LocalDate.class)
                .single()).isEqualTo("2026-11-10");
    }

    @Test
    void aDayThatHasLostConversationsBeforeItWasCountedIsLeftOut() {
        seed(40);
        ((TownClock) clock).set(Instant.parse("2027-02-01T09:00:00Z"));
        totals.keepUp();
        assertThat(database.sql("select min(on_day) from insight_day").query(LocalDate.class).single())
                .isEqualTo(LocalDate.parse("2027-02-01").minusDays(89));
        assertThat(totals.between(ALL.from(), LocalDate.parse("2026-11-01"))).isEmpty();
    }

    @Test
    void editorsSeeFiguresChartsTablesAFileAndAReport() {
        seed(300);
        staff.make("skribent", StaffRole.WRITER);
        staff.make("anna", StaffRole.AGENT);
        StaffBrowser writer = new StaffBrowser(port);
        writer.signIn("skribent", StaffForTests.PASSWORD);

        String page = writer.get("/editor/insikt?dagar=90").body();
        assertThat(page).contains("<title>Insikt", "aria-current=\"page\">Insikt", "role=\"img\"",
                "<title id=\"tid-t\">Frågor vecka för vecka</title>", "<desc id=\"tackning-d\">",
                "<caption id=\"orsaker-tabell\">Orsaker till överlämning</caption>", "säkert mellan")
                .doesNotContain("??", "style=");
        for (Page one : pages.library().pages().values()) {
            assertThat(page).contains(HtmlUtils.htmlEscape(one.metadata().owner(), "UTF-8"));
        }
        assertNoWords(page);

        HttpResponse<String> file = writer.get("/editor/insikt/siffror.csv?dagar=90");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "insikt-2026-08-27--2026-11-24.csv");
        assertThat(file.body()).startsWith("\uFEFF\"Från\";\"Till\";")
                .contains("\"Frågor (hälsningar inräknade)\";\"Allt\";\"\";\"\";\"300\"\r\n")
                .doesNotContain("??");
        assertNoWords(file.body());

        String report = writer.get("/editor/insikt/manad?manad=2026-11").body();
        assertThat(report).contains("Månadsrapport november 2026", ">Tillgänglighet</h2>",
                ">Kompetens</h2>", ">Utveckling</h2>", ">Effektivitet</h2>", "href=\"/editor/luckor\"",
                "Månaden är inte slut").doesNotContain("??", "style=");
        assertNoWords(report);
        assertThat(writer.get("/editor/insikt/manad").body()).contains("Månadsrapport oktober 2026")
                .doesNotContain("Månaden är inte slut");

        StaffBrowser agent = new StaffBrowser(port);
        agent.signIn("anna", StaffForTests.PASSWORD);
        for (String path : List.of("/editor/insikt", "/editor/insikt/siffror.csv", "/editor/insikt/manad")) {
            assertThat(agent.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    /** Those of the seeded questions. */
    private static void assertNoWords(String text) {
        assertThat(text).doesNotContain("förskolan avgift", "sopor hämtning", "altan bygglov",
                "hemtjänst ansökan");
    }

    @Test
    void whatCannotBeReadIsSaidAndNothingTypedIsLost() {
        staff.make("skribent", StaffRole.WRITER);
        StaffBrowser writer = new StaffBrowser(port);
        writer.signIn("skribent", StaffForTests.PASSWORD);
        HttpResponse<String> page = writer.get("/editor/insikt?fran=i%20g%C3%A5r&till=2026-11-01");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Skriv dagen som", "value=\"i går\"", "value=\"2026-11-01\"",
                "href=\"#fran\"");
        assertThat(writer.get("/editor/insikt?fran=2026-11-02&till=2026-11-01").body())
                .contains("kan inte vara före");
        assertThat(writer.get("/editor/insikt?sprak=en&forvaltning=%3Cscript%3E").body())
                .contains("Visar bara de valda frågorna").doesNotContain("<script>");
    }
}
