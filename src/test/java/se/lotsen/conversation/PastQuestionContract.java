package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.QuestionHistory.Cited;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;

/** What was asked and what became of it, for those who look at many. */
interface PastQuestionContract extends CaseContract {
    Citation FEE = new Citation("bygglov", "Avgift", "/knowledge/bygglov#avgift", "0123456789ab");
    Citation OLD = new Citation("bygglov", "Ansök", "/knowledge/bygglov#ansok");

    private QuestionHistory past() {
        return past(OpenRecord::isSecret);
    }

    private QuestionHistory past(SecretQueues secret) {
        return new QuestionHistory(record().database, record().rowLocks, secret);
    }

    private List<PastQuestion> asked() {
        return past().asked(Instant.EPOCH, now().plusSeconds(1));
    }

    private void answered(ConversationId conversation, String question, AnswerOutcome outcome,
            List<String> pages, Citation... citations) {
        AskedQuestion asked = store().ask(conversation, key(), text(question), "sv");
        List<ConversationEvent> events = new ArrayList<>();
        if (!pages.isEmpty()) {
            events.add(new SourcesFound(pages.stream()
                    .map(page -> new Source(page, page, 0.5, "/knowledge/" + page, null, null)).toList()));
        }
        for (Citation citation : citations) {
            events.add(new TextReleased("Mening.", List.of(citation)));
        }
        events.add(new Completed(outcome.kind(), outcome, asked.answer(), 0.75));
        store().answer(asked.event(), events);
    }

    private void tick() {
        record().clock.advance(Duration.ofMinutes(1));
    }

    @Test
    default void aQuestionComesWithItsOutcomeItsPagesAndWhatItsAnswerCites() {
        ConversationId conversation = start();
        Instant at = now();
        answered(conversation, "Vad kostar bygglov?", AnswerOutcome.ANSWERED, List.of("bygglov", "eldstad"),
                FEE, FEE, OLD);

        assertThat(asked()).containsExactly(new PastQuestion(conversation, 1, at,
                text("Vad kostar bygglov?"), "sv", AnswerOutcome.ANSWERED, 0.75,
                List.of("bygglov", "eldstad"), List.of(FEE, OLD), null, false));
    }

    @Test
    default void everyOutcomeComesBack() {
        for (AnswerOutcome outcome : AnswerOutcome.values()) {
            answered(start(), outcome.name(), outcome, List.of());
        }
        assertThat(asked()).hasSize(AnswerOutcome.values().length)
                .allSatisfy(one -> assertThat(one.text().value()).isEqualTo(one.outcome().name()))
                .allSatisfy(one -> assertThat(one.pages()).isEmpty());
    }

    @Test
    default void severalQuestionsOfAConversationAreKeptApart() {
        ConversationId one = start();
        ConversationId two = start();
        answered(one, "Ett?", AnswerOutcome.ANSWERED, List.of("bygglov"), FEE);
        tick();
        answered(two, "Mellan?", AnswerOutcome.ANSWERED, List.of("eldstad"));
        tick();
        answered(one, "Två?", AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, List.of());
        store().rate(one, key(), 1, false, null);
        store().rate(two, key(), 1, true, null);
        request(one, "bygg");

        assertThat(asked())
                .extracting(question -> question.text().value(), PastQuestion::answer, PastQuestion::pages,
                        PastQuestion::citations, PastQuestion::helpful, PastQuestion::handedOver)
                .containsExactly(Tuple.tuple("Ett?", 1, List.of("bygglov"), List.of(FEE), false, false),
                        Tuple.tuple("Mellan?", 1, List.of("eldstad"), List.of(), true, false),
                        Tuple.tuple("Två?", 2, List.of(), List.of(), null, true));
    }

    @Test
    default void aQuestionThatIsStillBeingAnsweredIsNotThere() {
        ConversationId conversation = start();
        answered(conversation, "Ett?", AnswerOutcome.ANSWERED, List.of());
        ask(conversation, "Två?");
        assertThat(asked()).extracting(PastQuestion::answer).containsExactly(1);
    }

    @Test
    default void aTimeBeginsWithItsFirstMomentAndEndsBeforeItsLastToo() {
        ConversationId conversation = start();
        answered(conversation, "Ett?", AnswerOutcome.ANSWERED, List.of("bygglov"), FEE);
        Instant first = now();
        tick();
        Instant second = now();
        answered(conversation, "Två?", AnswerOutcome.ANSWERED, List.of());

        assertThat(past().asked(first, second)).extracting(PastQuestion::answer).containsExactly(1);
        assertThat(past().asked(second, second.plusNanos(1_000))).extracting(PastQuestion::answer)
                .containsExactly(2);
        assertThat(past().asked(second.plusNanos(1_000), second.plusSeconds(60))).isEmpty();
        assertThat(past().asked(first, first)).isEmpty();
    }

    @Test
    default void whatWasEverReservedForASecretQueueIsLeftOutWhateverTheFileSaysLater() {
        ConversationId open = start();
        answered(open, "Öppen?", AnswerOutcome.ANSWERED, List.of());
        request(open, "bygg");
        ConversationId waiting = start();
        answered(waiting, "Hemlig?", AnswerOutcome.ANSWERED, List.of());
        request(waiting, "hemlig");
        ConversationId returned = start();
        answered(returned, "Tillbaka?", AnswerOutcome.ANSWERED, List.of(), FEE);
        request(returned, "hemlig");
        claim(returned, ANNA);
        handover().giveBack(returned, key(), ANNA, null);
        answered(returned, "Efteråt?", AnswerOutcome.ANSWERED, List.of());

        assertThat(asked()).extracting(PastQuestion::conversation).containsExactly(open);
        assertThat(past(queue -> false).asked(Instant.EPOCH, now().plusSeconds(1)))
                .as("a queue that was renamed or taken out of the file")
                .extracting(PastQuestion::conversation).containsExactly(open);
    }

    @Test
    default void everySentenceFromAPageIsFoundForWhoeverCorrectsIt() {
        ConversationId conversation = start();
        Instant first = now();
        answered(conversation, "Ett?", AnswerOutcome.ANSWERED, List.of("bygglov"), FEE);
        tick();
        answered(conversation, "Två?", AnswerOutcome.ANSWERED, List.of("bygglov"), OLD,
                new Citation("eldstad",
                        "Sotning", "/knowledge/eldstad#sotning"));
        request(conversation, "hemlig");
        claim(conversation, ANNA);
        handover().postAsAgent(conversation, key(), ANNA, text("Hej!"), List.of(FEE));

        assertThat(past().citing("bygglov"))
                .extracting(Cited::conversation, Cited::answer, Cited::at, Cited::citation)
                .containsExactly(tuple(conversation, 1, first, FEE),
                        tuple(conversation, 2, first.plusSeconds(60), OLD),
                        tuple(conversation, 2, first.plusSeconds(60), FEE));
        assertThat(past().citing("bygglov").getLast().said()).isEqualTo("Hej!");
        assertThat(past().citing("okand")).isEmpty();
    }

    @Test
    default void noSignInAnIdIsMoreThanItself() {
        for (String page : List.of("a-b", "aXb", "a_b", "a%b", "a!b")) {
            answered(start(), page, AnswerOutcome.ANSWERED, List.of(page),
                    new Citation(page, "H", "/knowledge/" + page + "#h"));
        }
        for (String page : List.of("a-b", "aXb", "a_b", "a%b", "a!b")) {
            assertThat(past().citing(page)).as(page).extracting(cited -> cited.citation().page())
                    .containsExactly(page);
        }
        assertThat(past().citing("%")).isEmpty();
        assertThat(past().citing("a")).as("another page's beginning").isEmpty();
        assertThat(past().citing("_-_")).isEmpty();
    }

    @Test
    default void whatWasDisposedOfIsNotThere() {
        answered(start(), "Ett?", AnswerOutcome.ANSWERED, List.of("bygglov"), FEE);
        record().clock.advance(OpenRecord.RETENTION);
        record().disposal.disposeDue();
        assertThat(asked()).isEmpty();
        assertThat(past().citing("bygglov")).isEmpty();
    }

    @Test
    default void aTextWithPersonalDataComesMasked() {
        ConversationId conversation = start();
        AskedQuestion asked = store().ask(conversation, key(), MaskedText.restored(
                "Ring [telefon]", Set.of(PersonalDataKind.PHONE)), "fi");
        store().answer(asked.event(), List.of(RecordContract.completed(1)));
        assertThat(asked()).singleElement().satisfies(one -> {
            assertThat(one.text().hidden()).containsExactly(PersonalDataKind.PHONE);
            assertThat(one.language()).isEqualTo("fi");
        });
    }
}
