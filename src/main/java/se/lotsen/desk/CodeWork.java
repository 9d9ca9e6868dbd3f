package se.lotsen.desk;

import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.CodeOpening;
import se.lotsen.conversation.CodeThrottle;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.desk.DeskRefusal.Reason;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.Occasion;

/**
 * What somebody at the desk may do with a conversation whose citizen has read out its code: read it and write notes, for
 * a while. Whatever else can be done with a case is not done here; for everybody else the conversation does not exist
 * ({@link NoSuchCase}). It blocks. Logs hold ids and what was done, never a code or a text.
 */
final class CodeWork {
    private static final Logger log = LoggerFactory.getLogger(CodeWork.class);
    private final DeskCodes codes;
    private final CodeThrottle throttle;
    private final HandoverStore cases;
    private final CaseBook book;
    private final CaseWork work;
    private final CaseLines lines;
    private final ZoneId zone;

    CodeWork(DeskCodes codes, CodeThrottle throttle, HandoverStore cases, CaseBook book, CaseWork work,
            CaseLines lines, ZoneId zone) {
        this.codes = codes;
        this.throttle = throttle;
        this.cases = cases;
        this.book = book;
        this.work = work;
        this.lines = lines;
        this.zone = zone;
    }

    /** The citizen is told who has opened it. Wrong, used and expired codes are refused alike, and too many of them. */
    ConversationId open(Colleague who, String typed) {
        if (!throttle.admits(who.id())) {
            log.warn("codes by {}: too many wrong ones", who.id());
            throw new DeskRefusal(Reason.TOO_MANY);
        }
        ConversationId opened = codes.open(typed.replaceAll("[^0-9]", ""), who.agent(),
                conversation -> lines.of(Occasion.CODE_OPENED, conversation, who.account().displayName()))
                .map(CodeOpening::conversation)
                .orElseThrow(() -> new DeskRefusal(Reason.CODE));
        throttle.right(who.id());
        log.info("conversation {}: opened by its code by {}", opened, who.id());
        return opened;
    }

    OpenedView view(Colleague who, ConversationId conversation) {
        CodeOpening opening = opening(who, conversation);
        return new OpenedView(book.view(who, cases.standing(conversation)), shown(opening),
                codes.openings(conversation).stream().map(this::shown).toList());
    }

    void note(Colleague who, ConversationId conversation, IdempotencyKey key, String text) {
        opening(who, conversation);
        try {
            cases.addNote(conversation, key, who.agent(), work.masked(text));
        } catch (ConversationRefusal e) {
            throw CaseWork.refused(e, who);
        }
    }

    /** What the colleague has opened and may still read, the latest first. */
    List<OpenedView.Opening> readable(Colleague who) {
        return codes.readableBy(who.id()).stream().map(this::shown).toList();
    }

    private CodeOpening opening(Colleague who, ConversationId conversation) {
        return codes.readableBy(who.id()).stream().filter(one -> one.conversation().equals(conversation))
                .findFirst().orElseThrow(NoSuchCase::new);
    }

    private OpenedView.Opening shown(CodeOpening opening) {
        return new OpenedView.Opening(opening.conversation().value(), opening.agent().name(),
                opening.openedAt().atZone(zone), opening.readableUntil().atZone(zone));
    }
}
