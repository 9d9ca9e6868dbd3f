package se.lotsen.gaps;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.Actor;

/**
 * What is kept of a gap: everything but what was asked.
 *
 * @param language of its questions, BCP 47
 * @param representative the question that stands for it
 * @param assignee who works on it, or did last; null when nobody does
 * @param changedAt when its state changed last
 * @param reason why it was dismissed, or closed although it is not answered; may be empty
 * @param reasked what came out when it was closed; null when it never was
 * @param version counts its changes from 1; whoever changes it names the one that they have read
 */
record KnownGap(UUID id, String language, Turn representative, GapState state, @Nullable Actor assignee,
        Instant openedAt, Instant changedAt, String reason, @Nullable Reasked reasked, int version) {

    /**
     * How a gap's questions were answered when they were asked again.
     *
     * @param answered how many of the different questions were answered in their language
     * @param asked how many different questions there were
     * @param page the page that the answer to the representative question cites first; null when none
     * @param revision the version of that page; null when none
     */
    record Reasked(Instant at, int answered, int asked, @Nullable String page, @Nullable String revision) {
    }

    static KnownGap opened(UUID id, String language, Turn representative, Instant at) {
        return new KnownGap(id, language, representative, GapState.OPEN, null, at, at, "", null, 1);
    }

    /** The same in another state, as its next version. */
    KnownGap in(GapState other, @Nullable Actor who, String why, Instant at) {
        return new KnownGap(id, language, representative, other, who, openedAt, at, why, reasked,
                version + 1);
    }

    /** The same with what came out now. */
    KnownGap with(Reasked result) {
        return new KnownGap(id, language, representative, state, assignee, openedAt, changedAt, reason,
                result, version);
    }

    /** The same, with another question to stand for it. */
    KnownGap represented(Turn other) {
        return new KnownGap(id, language, other, state, assignee, openedAt, changedAt, reason, reasked,
                version);
    }

    /** The last result. */
    Optional<Reasked> result() {
        return Optional.ofNullable(reasked);
    }

    boolean isOf(Actor editor) {
        return assignee != null && assignee.account().equals(editor.account());
    }
}
