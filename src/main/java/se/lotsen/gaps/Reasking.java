package se.lotsen.gaps;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lotsen.answering.Answer;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.answering.DraftDesk;
import se.lotsen.archive.Draft;
import se.lotsen.storage.Moments;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.gaps.KnownGap.Reasked;
import se.lotsen.knowledge.KnowledgeFolder;

/**
 * Asks a gap's questions again, each by itself: of what is served, and of what would be if the gap's drafts were published. A
 * question that leaned on the one before it in its conversation is asked without that. It blocks.
 */
final class Reasking {
    /** A gap with more different questions than this is judged by the first. */
    static final int MOST = 40;
    private final AnswerDesk live;
    private final AnswerDesks desks;
    private final KnowledgeFolder folder;
    private final Clock clock;

    Reasking(AnswerDesk live, AnswerDesks desks, KnowledgeFolder folder, Clock clock) {
        this.live = live;
        this.desks = desks;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * One question, asked again.
     *
     * @param served the answer as a citizen gets it now
     * @param drafted the answer with the drafts; null when there are none
     */
    record Again(String question, Answer served, @Nullable Answer drafted) {
        boolean isAnswered() {
            return Reasking.isAnswered(served);
        }

        boolean isAnsweredWithDrafts() {
            return drafted != null && Reasking.isAnswered(drafted);
        }
    }

    /** The gap's different questions, the representative first. */
    List<Again> ask(Gap gap, List<Draft> drafts) {
        List<String> questions = gap.texts().keySet().stream().limit(MOST).toList();
        if (drafts.isEmpty()) {
            return questions.stream().map(question -> new Again(question, served(question), null)).toList();
        }
        Map<String, Optional<String>> changes = new HashMap<>();
        drafts.forEach(draft -> changes.put(draft.file(), Optional.of(draft.text())));
        try (DraftDesk desk = desks.over(folder.with(changes))) {
            Function<String, Answer> drafted = desk::ask;
            List<Again> again = new ArrayList<>();
            questions.forEach(question -> again
                    .add(new Again(question, served(question), drafted.apply(question))));
            return List.copyOf(again);
        }
    }

    private Answer served(String question) {
        return live.ask(List.of(question));
    }

    /** Whether somebody who asked so was answered, in the language asked in. */
    static boolean isAnswered(Answer answer) {
        return answer.outcome() == AnswerOutcome.ANSWERED
                || answer.outcome() == AnswerOutcome.ANSWERED_TRANSLATED;
    }

    /** What is kept of it: numbers, and the page that answers the representative. */
    Reasked result(List<Again> again) {
        Optional<Citation> first = again.getFirst().served().answer().stream()
                .flatMap(sentence -> sentence.sources().stream()).findFirst()
                .filter(citation -> again.getFirst().isAnswered());
        return new Reasked(Moments.storable(clock.instant()),
                (int) again.stream().filter(Again::isAnswered).count(), again.size(),
                first.map(Citation::page).orElse(null), first.map(Citation::revision).orElse(null));
    }
}
