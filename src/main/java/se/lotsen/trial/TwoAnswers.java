package se.lotsen.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import se.lotsen.answering.AnswerDesk.Explained;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.answering.DraftDesk;
import se.lotsen.archive.Archive;
import se.lotsen.archive.Draft;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.LibraryChanged;

/** One question answered twice: from what is served, and from drafts. Blocks. */
public final class TwoAnswers {
    private final AnswerDesks desks;
    private final Archive archive;
    private final KnowledgeFolder folder;
    private @Nullable DraftDesk live;

    TwoAnswers(AnswerDesks desks, Archive archive, KnowledgeFolder folder) {
        this.desks = desks;
        this.archive = archive;
        this.folder = folder;
    }

    /**
     * @param live from what is served now, by the passages' own words
     * @param draft from the drafts; empty when there are none
     */
    public record Both(Seen live, Optional<Seen> draft) {

        /** Whether a resident would see another answer. */
        public boolean differ() {
            return draft.isPresent() && !live.answer().looksLike(draft.get().answer());
        }
    }

    /** An answer as a resident sees it, and why it is what it is. */
    public record Seen(TrialAnswer answer, Explained why) {
        static Seen of(Explained explained) {
            return new Seen(TrialAnswer.of(explained.answer()), explained);
        }
    }

    /** @param drafts those that count; none for the answer from what is served alone */
    public Both ask(String question, List<Draft> drafts) {
        Seen now = Seen.of(live().explained(question));
        if (drafts.isEmpty()) {
            return new Both(now, Optional.empty());
        }
        Map<String, Optional<String>> texts = new HashMap<>();
        drafts.forEach(draft -> texts.put(draft.file(), Optional.of(draft.text())));
        try (DraftDesk desk = desks.over(folder.with(texts))) {
            return new Both(now, Optional.of(Seen.of(desk.explained(question))));
        }
    }

    /** Every draft that there is. */
    public List<Draft> drafts() {
        return archive.drafts();
    }

    /** Kept until something is published: an editor asks many questions in a row. It holds memory alone. */
    private synchronized DraftDesk live() {
        DraftDesk open = live;
        if (open == null) {
            open = desks.over(folder);
            live = open;
        }
        return open;
    }

    @EventListener
    synchronized void pages(LibraryChanged changed) {
        live = null;
    }

    @EventListener
    synchronized void files(KnowledgeFilesChanged changed) {
        live = null;
    }
}
