package se.lotsen.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.lotsen.answering.Explanation;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.conversation.QuestionHistory.Cited;
import se.lotsen.conversation.QuestionHistory.Reach;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.delivery.CitizenContacts;

/** Finds the conversations that used a wrong passage: every one that is kept, and no other. It blocks. */
final class Recall {
    private final QuestionHistory history;
    private final ConversationStore conversations;
    private final CitizenContacts contacts;

    Recall(QuestionHistory history, ConversationStore conversations, CitizenContacts contacts) {
        this.history = history;
        this.conversations = conversations;
        this.contacts = contacts;
    }

    Hits find(String page, Fault fault) {
        Map<ConversationId, List<Cited>> wrong = new LinkedHashMap<>();
        int unknown = 0;
        for (Cited cited : history.citing(page)) {
            switch (fault.find(cited, digest(cited, page))) {
                case WRONG -> wrong.computeIfAbsent(cited.conversation(), any -> new ArrayList<>())
                        .add(cited);
                case UNKNOWN -> unknown++;
                case RIGHT -> {
                    // Another passage, or another time.
                }
            }
        }
        List<Affected> affected = new ArrayList<>();
        wrong.forEach((conversation, all) -> history.reach(conversation)
                .ifPresent(reach -> affected.add(affected(conversation, all, reach, fault))));
        return new Hits(affected, unknown);
    }

    /** Of an answer from before citations named their version. */
    private Optional<String> digest(Cited cited, String page) {
        return cited.citation().revision() != null
                ? Optional.empty()
                : conversations.explanationOf(cited.conversation(), cited.answer())
                        .map(Explanation::digestsOf)
                        .map(digests -> digests.get(page));
    }

    private Affected affected(ConversationId conversation, List<Cited> all, Reach reach, Fault fault) {
        List<String> questions = reach.secret() ? List.of() : questions(conversation);
        Map<Integer, List<Cited>> byAnswer = new LinkedHashMap<>();
        all.forEach(cited -> byAnswer.computeIfAbsent(cited.answer(), any -> new ArrayList<>()).add(cited));
        List<Affected.Use> uses = new ArrayList<>();
        byAnswer.forEach((answer, given) -> uses.add(new Affected.Use(answer, given.getFirst().at(),
                answer < 1 || answer > questions.size() ? "" : questions.get(answer - 1),
                reach.secret() ? List.of() : given.stream().map(Cited::said).distinct().toList(),
                given.stream().anyMatch(fault::says))));
        uses.sort(Comparator.comparing(Affected.Use::at));
        return new Affected(conversation, uses, reach, contacts.way(conversation));
    }

    private List<String> questions(ConversationId conversation) {
        return conversations.eventsAfter(conversation, 0).stream().map(StoredEvent::event)
                .filter(QuestionAsked.class::isInstance).map(event -> ((QuestionAsked) event).text().value())
                .toList();
    }
}
