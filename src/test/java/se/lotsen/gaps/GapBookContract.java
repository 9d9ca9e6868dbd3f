package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.gaps.Asking.unanswered;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.archive.EditorialForTests;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.gaps.KnownGap.Reasked;
import se.lotsen.gaps.QuestionClusters.Asked;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;

/** A gap keeps its name and what was decided about it, whatever is asked after that, and nothing of what was asked. */
@Timeout(120)
abstract class GapBookContract {
    private static final Actor EVA = new Actor("eva", "Eva Ek");
    private static final List<Asked> BACKGROUND = QuestionClusters
            .background(Library.read(KnowledgeFiles.shipped()));
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final List<PastQuestion> asked = new ArrayList<>();
    private final HikariDataSource connections = new HikariDataSource();
    private EditorialForTests editorial;
    private GapTable table;
    private GapBook book;
    private GapStates states;

    abstract String url();

    @BeforeEach
    void open() {
        connections.setJdbcUrl(url());
        Flyway.configure().dataSource(connections).load().migrate();
        JdbcClient database = JdbcClient.create(connections);
        editorial = new EditorialForTests(database,
                new TransactionTemplate(new JdbcTransactionManager(connections)), clock);
        table = new GapTable(database);
        states = new GapStates(editorial.record, table, editorial.log, clock);
        book = book();
        ask("finns det laddstolpar vid torget");
        ask("laddstolpe torget");
        ask("adoptera en igelkott");
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private GapBook book() {
        return new GapBook(new GapBook.Sources() {
            @Override
            public List<PastQuestion> asked(Instant from, Instant until) {
                return asked.stream().filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
                        .toList();
            }

            @Override
            public Set<Turn> graded() {
                return Set.of();
            }

            @Override
            public List<Asked> background() {
                return BACKGROUND;
            }
        }, editorial.record, table, editorial.log,
                new GapsProperties(2, Duration.ofDays(90), Duration.ofSeconds(30)),
                Actor.machine("Luckorna"), clock);
    }

    private void ask(String text) {
        asked.add(unanswered(clock.instant(), text));
    }

    private Gap chargers() {
        return book.gaps().stream().filter(gap -> gap.question().contains("laddst")).findFirst()
                .orElseThrow();
    }

    @Test
    void aGapStaysTheSameWhenQuestionsComeAndAfterARestart() {
        UUID id = chargers().id();
        assertThat(chargers().count()).isEqualTo(2);
        clock.move(Duration.ofMinutes(1));
        ask("laddstolpar vid torget hur många");
        assertThat(chargers().id()).isEqualTo(id);
        assertThat(chargers().count()).isEqualTo(3);
        book = book();
        assertThat(chargers().id()).isEqualTo(id);
        assertThat(book.gaps()).hasSize(2);
    }

    @Test
    void aLookIsGoodForAWhileAndAClickLooksAnew() {
        assertThat(chargers().count()).isEqualTo(2);
        ask("laddstolpar torget");
        assertThat(chargers().count()).isEqualTo(2);
        book.look();
        assertThat(chargers().count()).isEqualTo(3);
    }

    @Test
    void whoChangesAGapNamesTheVersionThatTheyHaveRead() {
        Gap gap = chargers();
        KnownGap taken = states.assign(gap.id(), 1, EVA, EVA);
        assertThat(taken.state()).isEqualTo(GapState.ASSIGNED);
        assertThat(chargers().known()).isEqualTo(taken);
        assertThatThrownBy(() -> states.dismiss(gap.id(), 1, "hör till regionen", EVA))
                .isInstanceOfSatisfying(GapRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(GapRefusal.Reason.CHANGED));
        assertThat(states.assign(gap.id(), 2, null, EVA).state()).isEqualTo(GapState.OPEN);
        assertThatThrownBy(() -> states.dismiss(gap.id(), 3, " ", EVA)).isInstanceOf(GapRefusal.class);
    }

    @Test
    void aClosedGapKeepsItsResultAndANewMissOpensItAgain() {
        Gap gap = chargers();
        Reasked result = new Reasked(clock.instant(), 2, 2, "elbil", "0123456789ab");
        states.close(gap.id(), 1, result, "", EVA);
        clock.move(Duration.ofMinutes(1));
        assertThat(chargers().known().state()).isEqualTo(GapState.CLOSED);
        assertThat(chargers().known().reasked()).isEqualTo(result);
        ask("laddstolpe vid torget");
        book.look();
        assertThat(chargers().known().state()).isEqualTo(GapState.OPEN);
        assertThat(editorial.log.entries(gap.id().toString(), Long.MAX_VALUE, 9))
                .extracting(AuditLog.Entry::action).containsExactly("gap-reopened", "gap-closed");
    }

    @Test
    void aDismissedGapStaysDismissedUntilSomebodyOpensIt() {
        UUID id = chargers().id();
        states.dismiss(id, 1, "hör till regionen", EVA);
        clock.move(Duration.ofMinutes(1));
        ask("laddstolpe vid torget");
        book.look();
        assertThat(chargers().known().state()).isEqualTo(GapState.DISMISSED);
        assertThat(chargers().known().reason()).isEqualTo("hör till regionen");
        assertThat(states.reopen(id, 2, EVA).state()).isEqualTo(GapState.OPEN);
    }

    @Test
    void aGapGoesWithTheLastOfItsQuestions() {
        Gap gap = chargers();
        editorial.record.write(() -> {
            table.addFile(gap.id(), "pages/a/b.md");
            table.addFile(gap.id(), "pages/a/b.md");
            return true;
        });
        assertThat(editorial.record.read(() -> table.files(gap.id()))).containsExactly("pages/a/b.md");
        asked.removeIf(one -> one.text().value().contains("laddst"));
        book.look();
        assertThat(book.gap(gap.id())).isEmpty();
        assertThat(editorial.record.read(() -> table.files(gap.id()))).isEmpty();
        assertThat(editorial.record.read(table::questions)).hasSize(1);
    }

    @Test
    void whenItsRepresentativeGoesAnotherQuestionStandsForIt() {
        Gap gap = chargers();
        asked.removeIf(one -> Turn.of(one).equals(gap.known().representative()));
        book.look();
        assertThat(chargers().id()).isEqualTo(gap.id());
        assertThat(chargers().known().representative()).isEqualTo(chargers().misses().getFirst().turn());
    }
}
