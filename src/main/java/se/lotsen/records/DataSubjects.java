package se.lotsen.records;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.CaseFile;
import se.lotsen.conversation.CodeOpening;
import se.lotsen.conversation.CodeThrottle;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.DisposalLog.Cause;
import se.lotsen.conversation.DisposalLog.Round;
import se.lotsen.delivery.ContactSearch;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.Occasion;
import se.lotsen.storage.Moments;

/**
 * Requests of the persons themselves: what there is about them, and that it be deleted (GDPR, articles 15 and 17). A person is
 * known by what only that person can know or show: a conversation's id, its six-digit code, a receipt, or the contact that
 * was left. Everything is logged, never what was searched for. It blocks.
 */
final class DataSubjects {
    private static final Pattern CODE = Pattern.compile("\\d{3}[\\s\\u00a0-]?\\d{3}");
    private final RecordsBook book;
    private final PersonRows rows;
    private final ContactSearch contacts;
    private final DeskCodes codes;
    private final CodeThrottle throttle;
    private final CaseLines lines;
    private final ConversationDisposal disposal;
    private final AuditLog audit;
    private final Clock clock;

    DataSubjects(RecordsBook book, PersonRows rows, ContactSearch contacts, DeskCodes codes,
            CodeThrottle throttle, CaseLines lines, ConversationDisposal disposal, AuditLog audit,
            Clock clock) {
        this.book = book;
        this.rows = rows;
        this.contacts = contacts;
        this.codes = codes;
        this.throttle = throttle;
        this.lines = lines;
        this.disposal = disposal;
        this.audit = audit;
        this.clock = clock;
    }

    /** By what the person says. A code is used up, and the citizen is told who has opened the conversation. */
    List<CaseFile> find(Officer officer, String said) {
        String written = said.strip();
        List<CaseFile> found = ids(officer, written).stream().flatMap(id -> book.find(officer, id).stream())
                .toList();
        audit.record(officer.actor(), "records-person-searched", "", Integer.toString(found.size()));
        return found;
    }

    private List<ConversationId> ids(Officer officer, String written) {
        Optional<UUID> id = RecordsForm.uuid(written);
        if (id.isPresent()) {
            return List.of(new ConversationId(id.get()));
        }
        return CODE.matcher(written).matches() ? byCode(officer, written) : contacts.find(written);
    }

    private List<ConversationId> byCode(Officer officer, String written) {
        String account = officer.actor().account();
        if (!throttle.admits(account)) {
            return List.of();
        }
        Optional<CodeOpening> opening = codes.open(written.replaceAll("[^0-9]", ""), officer.agent(),
                conversation -> lines.of(Occasion.CODE_OPENED, conversation, officer.actor().name()));
        opening.ifPresent(opened -> throttle.right(account));
        return opening.map(CodeOpening::conversation).stream().toList();
    }

    /** One file of all there is; what is gone, or not for the officer's eyes, is left out. */
    PersonFile file(Officer officer, Set<UUID> conversations) {
        List<CaseFile> files = new ArrayList<>();
        for (UUID conversation : new LinkedHashSet<>(conversations)) {
            book.find(officer, new ConversationId(conversation)).ifPresent(files::add);
        }
        PersonFile made = PersonFile.of(files, rows, officer, Moments.storable(clock.instant()));
        files.forEach(file -> audit.record(officer.actor(), "records-person-file", file.id().toString(),
                made.checksum()));
        return made;
    }

    /**
     * Deletes a conversation because somebody has a right to it.
     *
     * @param journal number of the municipality's own case about it; masked
     */
    Erasure erase(Officer officer, UUID conversation, String journal) {
        CaseFile file = book.open(officer, conversation);
        Erasure outcome = erase(officer, file);
        audit.record(officer.actor(), outcome == Erasure.DONE ? "records-erased" : "records-erasure-refused",
                conversation.toString(), outcome == Erasure.DONE ? journal : outcome.name());
        return outcome;
    }

    private Erasure erase(Officer officer, CaseFile file) {
        try {
            if (disposal.disposeNow(file.id(),
                    new Round(UUID.randomUUID(), Cause.REQUEST, officer.agent()))) {
                return Erasure.DONE;
            }
        } catch (QuestionStillOpen open) {
            return Erasure.ANSWERING;
        } catch (UnknownConversation gone) {
            throw new NoSuchRecord();
        }
        boolean held = book.find(officer, file.id()).map(now -> now.holds().stream()
                .anyMatch(hold -> !hold.equals("promise"))).orElse(false);
        return held ? Erasure.HELD : Erasure.GOING_ON;
    }
}
