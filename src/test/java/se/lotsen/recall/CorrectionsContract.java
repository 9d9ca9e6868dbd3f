package se.lotsen.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.MASK;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.lotsen.audit.AuditLog.Entry;
import se.lotsen.audit.Actor;
import se.lotsen.archive.EditorialForTests;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ContactChannel;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.QuestionHistory.Reach;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.delivery.CitizenContacts.Way;
import se.lotsen.delivery.ContactsForTests;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.PromiseKind;
import se.lotsen.recall.Correction.State;
import se.lotsen.testing.MovedClock;

/** A correction reaches everybody once, by every way that there is, and stops when somebody says so. */
@Timeout(120)
abstract class CorrectionsContract {
    private static final Actor EVA = new Actor("00000000-0000-0000-0000-00000000000e", "Eva");
    private static final String TEXT = "Rättelse: avgiften är 250 kronor.";
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private RecordForTests record;
    private EditorialForTests editors;
    private ContactsForTests contacts;
    private Corrections corrections;
    private CorrectionRound round;

    abstract String url();

    @BeforeEach
    void open() {
        record = new RecordForTests(url(), clock, HandoverEffects.NONE);
        editors = new EditorialForTests(record.database, record.transactions, clock);
        contacts = new ContactsForTests(record, clock, true);
        corrections = new Corrections(editors.record, record.database, editors.log, clock);
        round = round(contacts);
    }

    private CorrectionRound round(ContactsForTests ways) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("se.lotsen.recall.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.of("sv"));
        return new CorrectionRound(corrections, editors.record, record.database, record.history,
                record.handover, ways.contacts, MASK, new CorrectionText(messages, clock.getZone()),
                editors.log);
    }

    @AfterEach
    void close() {
        record.close();
    }

    private Correction begun() {
        return corrections.begin(new Selection("avgift", 1, 2, Set.of("start"), null, null), "Avgift", TEXT,
                EVA);
    }

    private Correction confirmed(List<ConversationId> conversations) {
        Correction correction = begun();
        return corrections.confirm(correction.id(), correction.version(),
                conversations.stream().map(CorrectionsContract::affected).toList(), EVA).orElseThrow();
    }

    private static Affected affected(ConversationId conversation) {
        return new Affected(conversation, List.of(), new Reach(ContactChannel.CHAT,
                ConversationState.WITH_ASSISTANT, true, false), Way.NONE);
    }

    private List<String> notices(ConversationId conversation) {
        return record.store.eventsAfter(conversation, 0).stream()
                .filter(stored -> stored.event() instanceof NoticePosted)
                .map(stored -> ((NoticePosted) stored.event()).text()).toList();
    }

    private long letters() {
        return record.database.sql("select count(*) from outbox where kind = 'letter'").query(Long.class)
                .single();
    }

    private State state(Correction correction) {
        return corrections.find(correction.id()).orElseThrow().state();
    }

    @Test
    void eachIsToldInTheConversationAndByTheWayThatWasLeft() {
        ConversationId plain = record.start();
        ConversationId mail = record.start();
        contacts.left(mail, PromiseKind.CALL_BACK);
        contacts.left(mail, PromiseKind.EMAIL);
        ConversationId phone = record.start();
        Promise call = contacts.left(phone, PromiseKind.CALL_BACK);
        contacts.promises.keep(call.id(), new Agent("anna", "Anna"));
        ConversationId spoken = record.calls.start(RecordForTests.key(), new Agent("bo", "Bo"))
                .conversation();
        Correction correction = confirmed(List.of(plain, mail, phone, spoken));

        round.run();

        assertThat(state(correction)).isEqualTo(State.SENT);
        assertThat(notices(plain)).containsExactly(TEXT);
        assertThat(notices(mail)).containsExactly(TEXT);
        assertThat(notices(phone)).containsExactly(TEXT);
        assertThat(notices(spoken)).as("nobody reads a call").isEmpty();
        assertThat(letters()).isEqualTo(1);
        Promise task = contacts.promises.toKeep(Set.of(), 10).stream()
                .filter(promise -> promise.conversation().equals(phone)).findFirst().orElseThrow();
        assertThat(task.wish()).contains(TEXT);
        assertThat(contacts.promises.openContact(task.id(), new Agent("anna", "Anna"))).isPresent();
        assertThat(corrections.progress(correction.id())).isEqualTo(new Progress(4, 0, 1, 3, 1, 1));
    }

    @Test
    void nobodyIsToldTwiceWhateverIsRepeated() {
        ConversationId mail = record.start();
        contacts.left(mail, PromiseKind.EMAIL);
        ConversationId phone = record.start();
        contacts.left(phone, PromiseKind.CALL_BACK);
        Correction correction = confirmed(List.of(mail, mail, phone));
        round.run();
        // As if the process had been killed before it wrote down what it had done.
        record.database.sql("update correction set state = 'SENDING'").update();
        round.run();
        record.database.sql("update correction_target set state = 'WAITING' where conversation_id = :id")
                .param("id", phone.value()).update();
        record.database.sql("update correction set state = 'SENDING'").update();
        round.run();
        assertThat(notices(mail)).hasSize(1);
        assertThat(notices(phone)).hasSize(1);
        assertThat(letters()).isEqualTo(1);
        assertThat(contacts.promises.toKeep(Set.of(), 10)).hasSize(3);
        assertThat(state(correction)).isEqualTo(State.SENT);
    }

    @Test
    void withoutAMailServerSomebodyAtTheDeskWritesTheMail() {
        ConversationId mail = record.start();
        contacts.left(mail, PromiseKind.EMAIL);
        Correction correction = confirmed(List.of(mail));
        round(new ContactsForTests(record, clock, false)).run();
        assertThat(letters()).isZero();
        assertThat(contacts.promises.of(mail)).extracting(Promise::kind)
                .containsExactly(PromiseKind.EMAIL, PromiseKind.EMAIL);
        assertThat(corrections.progress(correction.id()).persons()).isEqualTo(1);
    }

    @Test
    void whoeverStopsItKeepsTheOthersFromBeingToldUntilItGoesOn() {
        List<ConversationId> all = List.of(record.start(), record.start());
        Correction correction = confirmed(all);
        corrections.stop(correction.id(), EVA);
        round.run();
        assertThat(all).allSatisfy(conversation -> assertThat(notices(conversation)).isEmpty());
        assertThat(state(correction)).isEqualTo(State.STOPPED);
        assertThat(corrections.stop(correction.id(), EVA)).isEmpty();
        corrections.goOn(correction.id(), EVA);
        round.run();
        assertThat(all).allSatisfy(conversation -> assertThat(notices(conversation)).hasSize(1));
        assertThat(state(correction)).isEqualTo(State.SENT);
    }

    @Test
    void onlyTheTextThatWasReadIsSentAndNoneIsChangedAfterwards() {
        Correction begun = begun();
        Correction saved = corrections.save(begun.id(), 1, "Ny text.", EVA).orElseThrow();
        assertThat(corrections.save(begun.id(), 1, "För sent.", EVA)).isEmpty();
        assertThat(corrections.confirm(begun.id(), 1, List.of(), EVA)).isEmpty();
        corrections.confirm(begun.id(), saved.version(), List.of(), EVA);
        assertThat(corrections.save(begun.id(), 3, "Efteråt.", EVA)).isEmpty();
        assertThat(corrections.discard(begun.id(), EVA)).isFalse();
        assertThat(corrections.find(begun.id()).orElseThrow().text()).isEqualTo("Ny text.");
        Correction other = begun();
        assertThat(corrections.discard(other.id(), EVA)).isTrue();
        assertThat(corrections.find(other.id())).isEmpty();
        assertThat(corrections.latest()).extracting(Correction::id).containsExactly(begun.id());
    }

    @Test
    void everyStepIsInTheLogWithIdsAlone() {
        ConversationId mail = record.start();
        contacts.left(mail, PromiseKind.EMAIL);
        Correction correction = confirmed(List.of(mail));
        round.run();
        List<Entry> entries = editors.log.entries(correction.id().toString(), Long.MAX_VALUE, 20);
        assertThat(entries).extracting(Entry::action).containsExactly("correction-sent", "correction-told",
                "correction-confirmed", "correction-begun");
        assertThat(entries).extracting(Entry::detail).contains(mail + " CHAT EMAIL");
        assertThat(entries.toString()).doesNotContain("250", "exempel.se");
    }

    @Test
    void aConversationThatIsDisposedOfTakesItsRowWithIt() {
        ConversationId conversation = record.start();
        Correction correction = confirmed(List.of(conversation, new ConversationId(UUID.randomUUID())));
        assertThat(corrections.progress(correction.id()).all()).isEqualTo(1);
        clock.move(RecordForTests.RETENTION.plus(Duration.ofDays(1)));
        assertThat(record.disposal.disposeDue()).isEqualTo(1);
        round.run();
        assertThat(corrections.progress(correction.id()).all()).isZero();
        assertThat(state(correction)).isEqualTo(State.SENT);
    }
}
