package se.lotsen.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordForTests.key;
import static se.lotsen.testing.Masked.masked;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.delivery.NoticesForTests;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.handover.OpenTimes;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.MovedClock;

/** A case is warned once and ended after it; a threat keeps its conversation until a supervisor lets it go. */
@Timeout(120)
abstract class ConductContract {
    private static final Agent ANNA = new Agent("anna", "Anna Ek");
    private static final Agent BO = new Agent("bo", "Bo Ek");
    private static final Agent SIV = new Agent("siv", "Siv Ek");
    private static final HandoverFiles FILES = new HandoverFiles(KnowledgeFiles.shipped());
    private static final QuestionScreen SCREEN = new QuestionScreen(KnowledgeFiles.shipped(),
            new ContactDirectory(FILES));
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private RecordForTests record;
    private ThreatAlerts alerts;
    private ThreatWatch watch;
    private PersonToday today;
    private ConversationId talk;

    abstract String url();

    @BeforeEach
    void open() {
        record = new RecordForTests(url(), clock, HandoverEffects.NONE);
        alerts = new ThreatAlerts(record.attachments, NoticesForTests.toTheOutbox());
        watch = new ThreatWatch(SCREEN, alerts);
        today = new PersonToday(record.warnings, new OpenTimes(FILES), clock);
        talk = record.start();
        record.handover.request(talk, key(), "bygg", "{}", null);
        record.handover.claim(talk, ANNA, record.handover.standing(talk).version(), null);
    }

    @AfterEach
    void close() {
        record.close();
    }

    private List<StoredEvent> events() {
        return record.store.eventsAfter(talk, 2);
    }

    @Test
    void theCitizenIsWarnedOnceHoweverOftenItIsSent() {
        IdempotencyKey first = key();
        for (int i = 0; i < 10; i++) {
            assertThat(record.warnings.warn(talk, first, ANNA, "Sluta.")).isPresent();
        }
        assertThat(record.warnings.warn(talk, key(), ANNA, "Sluta.")).as("a second warning").isEmpty();
        assertThat(events()).extracting(StoredEvent::event).containsExactly(new NoticePosted("Sluta."));
        assertThatThrownBy(() -> record.warnings.warn(talk, key(), BO, "Sluta."))
                .isInstanceOf(ConversationRefusal.NotTheOwner.class);
    }

    @Test
    void withoutAWarningACaseIsNotEndedSo() {
        assertThat(record.warnings.end(talk, key(), ANNA, "Slut.")).isEmpty();
        assertThat(record.handover.standing(talk).state()).isEqualTo(ConversationState.WITH_AGENT);
    }

    @Test
    void afterTheWarningItIsEndedAndTheAssistantAnswersAgain() {
        record.warnings.warn(talk, key(), ANNA, "Sluta.");
        assertThatThrownBy(() -> record.warnings.end(talk, key(), BO, "Slut."))
                .isInstanceOf(ConversationRefusal.NotTheOwner.class);
        IdempotencyKey end = key();
        for (int i = 0; i < 10; i++) {
            assertThat(record.warnings.end(talk, end, ANNA, "Slut.")).isPresent();
        }
        assertThat(events()).last().extracting(StoredEvent::event).isEqualTo(
                new StateChanged(ConversationState.WITH_AGENT, ConversationState.WITH_ASSISTANT,
                        StateChange.ENDED_AFTER_WARNING, null, "Slut."));
        assertThat(events()).hasSize(2);
        assertThatThrownBy(() -> record.handover.postAsCitizen(talk, key(), masked("hej"), null))
                .isInstanceOf(ConversationRefusal.NoPersonInvolved.class);
        assertThat(record.store.ask(talk, key(), masked("Vad kostar bygglov?"), "sv").answer()).isEqualTo(1);
    }

    @Test
    void noPersonWritesUntilMidnightInTheMunicipality() {
        assertThat(today.mayWrite(talk)).isTrue();
        record.warnings.warn(talk, key(), ANNA, "Sluta.");
        assertThat(today.mayWrite(talk)).isTrue();
        record.warnings.end(talk, key(), ANNA, null);
        assertThat(today.mayWrite(talk)).isFalse();
        assertThat(at("2026-11-24T22:59:59Z").mayWrite(talk)).as("a second before midnight in Sweden")
                .isFalse();
        assertThat(at("2026-11-24T23:00:00Z").mayWrite(talk)).isTrue();
    }

    private PersonToday at(String moment) {
        return new PersonToday(record.warnings, new OpenTimes(FILES),
                Clock.fixed(Instant.parse(moment), clock.getZone()));
    }

    @Test
    void theNextCaseMayHaveAWarningOfItsOwn() {
        record.warnings.warn(talk, key(), ANNA, "Sluta.");
        record.warnings.end(talk, key(), ANNA, null);
        clock.move(Duration.ofDays(1));
        record.handover.request(talk, key(), "bygg", "{}", null);
        record.handover.claim(talk, BO, record.handover.standing(talk).version(), null);
        assertThat(record.warnings.end(talk, key(), BO, null)).as("warned by nobody in this case").isEmpty();
        assertThat(record.warnings.warn(talk, key(), BO, "Sluta.")).isPresent();
        assertThat(record.warnings.of(talk)).get().matches(warning -> warning.by().equals("bo"));
    }

    @Test
    void aMarkedThreatKeepsTheConversationUntilASupervisorLetsItGo() {
        record.handover.giveBack(talk, key(), ANNA, null);
        IdempotencyKey key = key();
        for (int i = 0; i < 10; i++) {
            alerts.mark(talk, key, ANNA);
        }
        alerts.mark(talk, key(), ANNA);
        assertThat(alerts.of(talk)).singleElement().matches(alert -> alert.by().equals("anna"));
        assertThat(record.outbox.counts().waiting()).as("told once").isEqualTo(1);
        assertThat(record.disposal.disposeNow(talk)).as("the citizen's own delete").isFalse();
        record.database.sql("delete from outbox").update();
        clock.move(RecordForTests.RETENTION.plusDays(1));
        assertThat(record.disposal.disposeDue()).isZero();

        alerts.see(talk, SIV);
        assertThat(alerts.unseen()).isEmpty();
        assertThat(record.disposal.disposeDue()).as("seen is not lifted").isZero();
        try (LogCapture log = new LogCapture()) {
            alerts.release(talk, SIV);
            alerts.release(talk, SIV);
            assertThat(log.lines()).filteredOn(line -> line.contains("lifted by siv")).hasSize(1);
        }
        clock.move(RecordForTests.RETENTION.plusDays(1));
        assertThat(record.disposal.disposeDue()).isEqualTo(1);
        assertThat(record.database.sql("select released_by from hold_release where conversation_id = :id")
                .param("id", talk.value()).query(String.class).list()).as("it stays").containsExactly("siv");
    }

    @Test
    void aThreatInAMessageIsSeenOnceAndAnOrdinaryMessageIsNot() {
        StoredEvent threat = record.handover.postAsCitizen(talk, key(), masked("jag ska döda er alla"), null);
        StoredEvent other = record.handover.postAsCitizen(talk, key(), masked("kan vi skjuta upp mötet"),
                null);
        for (int i = 0; i < 3; i++) {
            watch.heard(talk, Origin.MESSAGE, threat.id(), masked("jag ska döda er alla"), "sv");
            watch.heard(talk, Origin.MESSAGE, other.id(), masked("kan vi skjuta upp mötet"), "sv");
        }
        assertThat(alerts.unseen()).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo("conduct.threat");
            assertThat(alert.origin()).isEqualTo(Origin.MESSAGE);
            assertThat(alert.by()).isEmpty();
        });
    }

    @Test
    void aThreatAfterTheHoldWasLiftedHoldsAnew() {
        alerts.mark(talk, key(), ANNA);
        alerts.release(talk, SIV);
        alerts.mark(talk, key(), ANNA);
        assertThat(alerts.of(talk)).hasSize(2).last().matches(alert -> alert.releasedAt() == null);
        assertThat(alerts.unseen()).hasSize(1);
    }
}
