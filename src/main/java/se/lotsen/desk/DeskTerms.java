package se.lotsen.desk;

import java.util.List;
import java.util.Optional;

/**
 * What a municipality counts by at the desk, and texts for replies; from {@code desk.yaml}. No list is empty.
 *
 * @param contactReasons why citizens make contact
 * @param wrapUps what a case ends in
 * @param pauses why an agent takes no new cases
 * @param replies texts that agents need again and again
 */
record DeskTerms(List<Term> contactReasons, List<Term> wrapUps, List<Term> pauses,
        List<CannedReply> replies) {

    /** A code with its name for people. */
    record Term(String id, String name) {
    }

    /** A text that is inserted into a reply. */
    record CannedReply(String id, String name, String text) {
    }

    /** The name of a code; empty for one that the list does not have. */
    static Optional<String> name(List<Term> terms, String id) {
        return terms.stream().filter(term -> term.id().equals(id)).map(Term::name).findFirst();
    }

    /** Refuses to end a case or a call with a code that the lists do not have. */
    void checkEnd(String wrapUp, String contactReason) {
        if (name(wrapUps, wrapUp).isEmpty() || name(contactReasons, contactReason).isEmpty()) {
            throw new DeskRefusal(DeskRefusal.Reason.CHOICE);
        }
    }
}
