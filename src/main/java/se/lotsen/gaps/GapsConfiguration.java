package se.lotsen.gaps;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.feedback.Grades;
import se.lotsen.feedback.Mark;
import se.lotsen.gaps.QuestionClusters.Asked;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.retrieval.Retriever;
import se.lotsen.staff.StaffAccounts;

/** Only in the service: a single command has no record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(GapsProperties.class)
class GapsConfiguration {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("se.lotsen.gaps.messages",
            Locale.of("sv"));

    @Bean
    GapTable gapTable(JdbcClient database) {
        return new GapTable(database);
    }

    @Bean
    GapBook gapBook(QuestionHistory history, Grades grades, KnowledgeWatch watch, SerialRecord record,
            GapTable gapTable, AuditLog log, GapsProperties properties, Clock clock) {
        return new GapBook(new Service(history, grades, watch), record, gapTable, log, properties,
                Actor.machine(TEXTS.getString("gaps.machine")), clock);
    }

    @Bean
    GapDrafts gapDrafts(Archive archive, SerialRecord record, GapTable gapTable, AuditLog log) {
        return new GapDrafts(archive, record, gapTable, log);
    }

    @Bean
    GapWork gapWork(GapDrafts gapDrafts, SerialRecord record, GapTable gapTable, AuditLog log,
            AnswerDesk live, AnswerDesks desks, KnowledgeFolder folder, KnowledgeWatch watch,
            ConfiguredModel model, StaffAccounts accounts, ArchiveProperties archive, Clock clock) {
        return new GapWork(gapDrafts, new GapStates(record, gapTable, log, clock),
                new Reasking(live, desks, folder, clock), watch, model, accounts,
                TEXTS.getString("gaps.page.headings"),
                () -> LocalDate.ofInstant(clock.instant(), archive.zone()));
    }

    @Bean
    GapPages gapPages(GapBook gapBook, Retriever retriever, KnowledgeWatch watch,
            ConversationStore conversations, GapDrafts gapDrafts, StaffAccounts accounts,
            ConfiguredModel model, GapsProperties properties, ArchiveProperties archive) {
        return new GapPages(gapBook, new Nearest(retriever, watch), new Examples(conversations), gapDrafts,
                accounts, model, watch, properties, archive.zone());
    }

    /** What the service knows. */
    private record Service(QuestionHistory history, Grades grades,
            KnowledgeWatch watch) implements GapBook.Sources {
        private static final int ALL = Integer.MAX_VALUE;

        @Override
        public List<PastQuestion> asked(Instant from, Instant until) {
            return history.asked(from, until);
        }

        @Override
        public Set<Turn> graded() {
            return grades.latest(EnumSet.of(Mark.WRONG, Mark.PARTLY), ALL).stream()
                    .map(grade -> new Turn(grade.conversation(), grade.answer())).collect(Collectors.toSet());
        }

        @Override
        public List<Asked> background() {
            return QuestionClusters.background(watch.library());
        }
    }
}
