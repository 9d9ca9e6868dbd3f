package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.CaseSearch.Query;
import se.lotsen.conversation.CaseSearch.Sight;

/** What agents find again, and whose cases they do not. */
interface CaseSearchContract extends CaseContract {
    Sight ALL = new Sight(Set.of(), "boss", Set.of(), Set.of());

    default CaseSearch search() {
        return record().search;
    }

    default List<ConversationId> found(Query query, Sight sight) {
        return search().find(query, sight, 0, 100).stream().map(hit -> hit.standing().conversation())
                .toList();
    }

    default List<ConversationId> withWord(String word) {
        return found(new Query(word, null, null, null, null, null, null), ALL);
    }

    default ConversationId saying(String words) {
        ConversationId conversation = ownedBy(ANNA);
        handover().postAsCitizen(conversation, key(), text(words), null);
        record().clock.advance(Duration.ofSeconds(1));
        return conversation;
    }

    private static Query by(@Nullable String queue, @Nullable String topic, @Nullable String agent,
            @Nullable ConversationState state) {
        return new Query(null, queue, topic, null, null, agent, state);
    }

    @Test
    default void aWordIsFoundInQuestionsMessagesAndNotesWhateverItsCase() {
        ConversationId asked = start();
        store().answer(ask(asked, "Får ÄLGEN bo på Ön?").event(), List.of(completed(1)));
        request(asked, "bygg");
        record().clock.advance(Duration.ofSeconds(1));
        ConversationId written = saying("En älgen till");
        ConversationId noted = ownedBy(BO);
        handover().addNote(noted, key(), BO, text("Älgen igen, É"));
        saying("Inget djur");

        for (String word : List.of("älgen", "ÄLGEN", "Älgen", "lge")) {
            assertThat(withWord(word)).as(word).containsExactly(noted, written, asked);
        }
        assertThat(withWord("på ön")).containsExactly(asked);
        assertThat(withWord("é")).containsExactly(noted);
        assertThat(withWord("alg")).isEmpty();
    }

    @Test
    default void whatIsTypedIsTakenAsItIs() {
        ConversationId odd = saying("100 % av _allt_ kostar \"fem\" \\ tre! Rad ett\noch två");
        saying("100 procent av sallt kostar fem");
        for (String word : List.of("100 %", "_allt_", "\"fem\"", "\\ tre", "tre!", "% av _")) {
            assertThat(withWord(word)).as(word).containsExactly(odd);
        }
        for (String word : List.of("%", "_")) {
            assertThat(withWord(word)).as(word).containsExactly(odd);
        }
        for (String word : List.of("' or '1'='1", "citizen", "author", "hidden", "\"text\":\"",
                "\",\"hidden\":[",
                "sources", "!%", "1\u0000' or 1=1 --")) {
            assertThat(withWord(word)).as(word).isEmpty();
        }
    }

    @Test
    default void filtersNarrowEachOther() {
        ConversationId bygg = saying("älg");
        ConversationId skola = saying("älg");
        handover().requeue(skola, key(), ANNA, "skola", null);
        ConversationId ended = saying("älg");
        handover().postAsAgent(ended, key(), ANNA, text("Bo svarar inte"), List.of());
        handover().resolve(ended, key(), ANNA, "answered", "bygglov", null);
        ConversationId topical = start();
        handover().request(topical, key(), "park", "{\"topic\":\"bygga-och-bo\",\"wish\":\"x\"}", null);

        assertThat(found(by("skola", null, null, null), ALL)).containsExactly(skola);
        assertThat(found(by(null, null, null, ConversationState.WITH_AGENT), ALL)).containsExactly(bygg);
        assertThat(found(by(null, null, "ANN", null), ALL)).containsExactlyInAnyOrder(bygg, ended);
        assertThat(found(by(null, null, "bo", null), ALL)).isEmpty();
        assertThat(found(by(null, "bygga-och-bo", null, null), ALL)).containsExactly(topical);
        assertThat(found(by(null, "bygga%", null, null), ALL)).isEmpty();
        assertThat(found(new Query("älg", "bygg", null, null, null, "anna", ConversationState.CLOSED), ALL))
                .containsExactly(ended);
    }

    @Test
    default void datesAreThoseOfWhatHappened() {
        Instant early = now();
        ConversationId first = saying("älg");
        record().clock.advance(Duration.ofDays(3));
        Instant late = now();
        ConversationId second = saying("älg");

        assertThat(found(new Query("älg", null, null, late, null, null, null), ALL)).containsExactly(second);
        assertThat(found(new Query("älg", null, null, null, late, null, null), ALL)).containsExactly(first);
        assertThat(found(new Query("älg", null, null, early, null, null, null), ALL))
                .containsExactly(second, first);
        assertThat(found(new Query("älg", null, null, null, early, null, null), ALL)).isEmpty();
    }

    @Test
    default void onlyWhatTheColleagueMaySeeIsFound() {
        ConversationId bygg = saying("älg");
        ConversationId skola = saying("älg");
        handover().requeue(skola, key(), ANNA, "skola", null);
        ConversationId neverHandedOver = start();
        store().answer(ask(neverHandedOver, "älg").event(), List.of(completed(1)));
        ConversationId returned = saying("älg");
        handover().giveBack(returned, key(), ANNA, null);
        Query all = new Query("älg", null, null, null, null, null, null);

        assertThat(found(all, ALL)).containsExactlyInAnyOrder(bygg, skola, returned);
        assertThat(found(all, new Sight(Set.of("skola"), "x", Set.of("skola"), Set.of())))
                .containsExactly(skola);
        assertThat(found(all, new Sight(Set.of("skola"), ANNA.account(), Set.of("skola"), Set.of())))
                .containsExactlyInAnyOrder(skola,
                        bygg);
        assertThat(found(all, new Sight(Set.of("vatten"), "x", Set.of("vatten"), Set.of()))).isEmpty();
    }

    @Test
    default void whatIsSecretIsNoHitAndTakesNoPlaceOnAPageUnlessTheQueueIsListed() {
        ConversationId open = saying("älg");
        ConversationId waiting = saying("älg");
        handover().requeue(waiting, key(), ANNA, "hemlig-vard", null);
        ConversationId returned = saying("älg");
        handover().requeue(returned, key(), ANNA, "hemlig-vard", null);
        handover().leaveQueue(returned, key(), null);
        Query all = new Query("älg", null, null, null, null, null, null);
        Set<String> secret = Set.of("hemlig-vard");

        assertThat(search().find(all, new Sight(Set.of(), "boss", Set.of(), secret), 0, 3))
                .extracting(hit -> hit.standing().conversation()).containsExactly(open);
        assertThat(found(all, new Sight(Set.of(), "boss", secret, Set.of())))
                .containsExactlyInAnyOrder(open, waiting, returned);
    }

    @Test
    default void theLatestComeFirstPageByPage() {
        List<ConversationId> all = List.of(saying("älg"), saying("älg"), saying("älg"));
        Query query = new Query("älg", null, null, null, null, null, null);
        assertThat(search().find(query, ALL, 0, 2)).extracting(hit -> hit.standing().conversation())
                .containsExactly(all.get(2), all.get(1));
        assertThat(search().find(query, ALL, 2, 2)).singleElement().isEqualTo(new CaseSearch.Hit(
                handover().standing(all.get(0)), now().minusSeconds(3)));
    }
}
