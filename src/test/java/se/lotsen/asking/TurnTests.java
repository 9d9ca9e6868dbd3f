package se.lotsen.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.EService;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.conversation.Rating;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.privacy.MaskedText;

class TurnTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 1));
    private static final EService SERVICE = new EService("Ansök", "https://e.example/a", true, false, false);

    @Test
    void numbersPassagesAsTheyAreFirstCited() {
        Turn turn = turn(question("Vad?"), found(), text("Ett.", "b"), text("Två.", "a"), text("Tre.", "b"));
        assertThat(turn.sources()).extracting(Turn.CitedPassage::number, Turn.CitedPassage::url)
                .containsExactly(tuple(1, "/knowledge/sida#b"), tuple(2, "/knowledge/sida#a"));
        assertThat(turn.blocks())
                .extracting(block -> block.sentences().getFirst().sources().getFirst().number())
                .containsExactly(1, 2, 1);
    }

    @Test
    void rowsWithoutFullStopBecomeAList() {
        Turn turn = turn(question("Vad?"), found(), text("Så här.", "a"), text("Barn 1: 3 %", "a"),
                text("Barn 2: 2 %", "a"), text("Klart.", "a"));
        assertThat(turn.blocks()).extracting(Turn.Block::list, block -> block.sentences().size())
                .containsExactly(tuple(false, 1), tuple(true, 2), tuple(false, 1));
    }

    @Test
    void showsTheEServiceOfACitedPageOnceAndOfNoOther() {
        Turn turn = turn(question("Vad?"), found(), text("Ett.", "a"), text("Två.", "b"));
        assertThat(turn.services()).containsExactly(SERVICE);
        assertThat(turn(question("Vad?"), found()).services()).isEmpty();
    }

    @Test
    void amountsAreNotBrokenBetweenLines() {
        assertThat(new Turn.Sentence("Högst 1 800 kronor, 3 % av 2 barn.", List.of(), null).shown())
                .isEqualTo("Högst 1\u00a0800\u00a0kronor, 3\u00a0% av 2 barn.");
    }

    @Test
    void phoneAndAddressOfThePersonCanBeTouched() {
        Turn turn = turn(question("Vad?"), new HandoverOffered(HandoverReason.ALWAYS_OFFERED, true, null,
                "Ring 031-390 06 00 eller skriv till a@b.example. Öppet.", "031-390 06 00", "a@b.example"));
        assertThat(turn.handover()).extracting(Piece::text, Piece::href)
                .containsExactly(
                        tuple("Ring ", null), tuple("031-390 06 00", "tel:0313900600"),
                        tuple(" eller skriv till ", null),
                        tuple("a@b.example", "mailto:a@b.example"), tuple(". Öppet.", null));
    }

    @Test
    void eachQuestionHasItsOwnAnswerAndRating() {
        List<Turn> turns = Turn.of(stored(question("Ett?"), found(), text("Svar.", "a"), completed(1),
                question("Två?")), List.of(new Rating(1, true, null, NOW)));
        assertThat(turns).extracting(Turn::number, Turn::finished, turn -> turn.rating() != null)
                .containsExactly(tuple(1, true, true), tuple(2, false, false));
    }

    @Test
    void whatPersonsWriteStandsBetweenTheAnswers() {
        StateChanged asked = change(StateChange.REQUESTED, "Du står i kö.");
        StateChanged claimed = change(StateChange.CLAIMED, null);
        MessagePosted mine = new MessagePosted(Author.CITIZEN, null, MaskedText.restored("Hallå?", Set.of()),
                List.of());
        MessagePosted theirs = new MessagePosted(Author.AGENT, "Anna", MaskedText.restored("Hej!", Set.of()),
                List.of());
        List<StoredEvent> events = stored(new NoticePosted("Välkommen."), question("Ett?"), completed(1),
                asked, claimed, mine, theirs, question("Två?"));

        assertThat(Turn.opening(events)).containsExactly(new Turn.Line(null, null, "Välkommen."));
        assertThat(Turn.of(events, List.of())).extracting(Turn::lines).containsExactly(
                List.of(new Turn.Line(null, null, "Du står i kö."),
                        new Turn.Line(Author.CITIZEN, null, "Hallå?"),
                        new Turn.Line(Author.AGENT, "Anna", "Hej!")),
                List.of());
    }

    private static StateChanged change(StateChange change, @Nullable String text) {
        return new StateChanged(change.from(), change.to(), change, null, text);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private static Turn turn(ConversationEvent... events) {
        return Turn.of(stored(events), List.of()).getFirst();
    }

    private static List<StoredEvent> stored(ConversationEvent... events) {
        List<StoredEvent> stored = new ArrayList<>();
        for (ConversationEvent event : events) {
            stored.add(new StoredEvent(CONVERSATION, stored.size() + 1, NOW, event));
        }
        return stored;
    }

    private static ConversationEvent question(String text) {
        return new QuestionAsked(MaskedText.restored(text, Set.of()), "sv");
    }

    private static ConversationEvent found() {
        return new SourcesFound(List.of(new Source("sida", "Sida", 1, "/knowledge/sida",
                LocalDate.of(2026, 9, 14), SERVICE)));
    }

    private static ConversationEvent text(String sentence, String anchor) {
        return new TextReleased(sentence,
                List.of(new Citation("sida", "Rubrik", "/knowledge/sida#" + anchor)));
    }

    private static ConversationEvent completed(int answer) {
        return new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, answer, 0.9);
    }
}
