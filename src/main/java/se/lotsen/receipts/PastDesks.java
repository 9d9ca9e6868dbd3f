package se.lotsen.receipts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.DraftDesk;
import se.lotsen.answering.Question;
import se.lotsen.archive.Archive;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Page;

/** Answers from the knowledge base as it was. The last state is kept open: who looks into one answer looks into its neighbours. */
final class PastDesks {
    private final AnswerDesks desks;
    private final Archive archive;
    private final KnowledgeFolder folder;
    private final PastClock clock;
    private @Nullable DraftDesk open;
    private String state = "";

    PastDesks(AnswerDesks desks, Archive archive, KnowledgeFolder folder, ZoneId zone) {
        this.desks = desks;
        this.archive = archive;
        this.folder = folder;
        this.clock = new PastClock(zone);
    }

    /** What a file's version that the archive does not have leaves of an attempt. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        Missing(String file) {
            super(file);
        }
    }

    /**
     * @param at what time it is for opening hours and dates
     * @throws Missing naming the file of which the archive does not have that version
     */
    synchronized List<AnswerEvent> answer(KnowledgeState past, Instant at, Question question) throws Missing {
        DraftDesk desk = open;
        if (desk == null || !state.equals(past.digest())) {
            if (desk != null) {
                desk.close();
                open = null;
            }
            clock.now = at;
            desk = desks.past(asItWas(past), clock);
            open = desk;
            state = past.digest();
        }
        clock.now = at;
        return desk.events(question);
    }

    /** Every text is held: what is published while the desk is open must not reach it. */
    private KnowledgeFolder asItWas(KnowledgeState past) throws Missing {
        Map<String, Optional<String>> texts = new HashMap<>();
        folder.files().stream().filter(Archive::keeps).forEach(file -> texts.put(file, Optional.empty()));
        for (Map.Entry<String, String> file : past.files().entrySet()) {
            texts.put(file.getKey(), Optional.of(text(file.getKey(), file.getValue())));
        }
        return folder.with(texts);
    }

    /** The archive itself may have been tampered with. */
    private String text(String file, String digest) throws Missing {
        return folder.read(file, finding -> {
        }).filter(text -> Page.digestOf(text).equals(digest))
                .or(() -> archive.text(file, digest).filter(text -> Page.digestOf(text).equals(digest)))
                .orElseThrow(() -> new Missing(file));
    }

    /** Moved under whoever holds it. */
    private static final class PastClock extends Clock {
        private final ZoneId zone;
        private volatile Instant now = Instant.EPOCH;

        PastClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return Clock.fixed(now, other);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
