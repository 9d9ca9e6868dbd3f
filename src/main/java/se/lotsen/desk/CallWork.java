package se.lotsen.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.asking.Intake;
import se.lotsen.asking.QuestionRefusal;
import se.lotsen.asking.Turn;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.Call;
import se.lotsen.conversation.CallStore;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.desk.DeskRefusal.Reason;
import se.lotsen.staff.StaffRole;

/**
 * What an agent does with a caller on the phone: asks the assistant, by the same way as a citizen, and sums the call up. A
 * call is for the agent who began it and for supervisors' eyes; for everybody else it does not exist ({@link NoSuchCase}).
 * It blocks. Logs hold ids and what was done, never a text.
 */
final class CallWork {
    private static final Logger log = LoggerFactory.getLogger(CallWork.class);
    private final CallStore calls;
    private final Intake intake;
    private final ConversationStore conversations;
    private final HandoverStore cases;
    private final DeskFile file;
    private final ZoneId zone;

    CallWork(CallStore calls, Intake intake, ConversationStore conversations, HandoverStore cases,
            DeskFile file, ZoneId zone) {
        this.calls = calls;
        this.intake = intake;
        this.conversations = conversations;
        this.cases = cases;
        this.file = file;
        this.zone = zone;
    }

    /**
     * Begins a call with its first question; what cannot be asked begins none.
     *
     * @param call the key of the call, and {@code question} that of its question
     */
    AskedQuestion begin(Colleague who, IdempotencyKey call, IdempotencyKey question, String typed) {
        return refusing(who, () -> {
            intake.read(typed);
            ConversationId begun = calls.start(call, CaseWork.agent(who)).conversation();
            log.info("call {}: begun by {}", begun, who.id());
            return intake.ask(begun, question, typed);
        });
    }

    AskedQuestion ask(Colleague who, ConversationId conversation, IdempotencyKey key, String typed) {
        own(who, conversation);
        return refusing(who, () -> intake.ask(conversation, key, typed));
    }

    void end(Colleague who, ConversationId conversation, IdempotencyKey key, String wrapUp,
            String contactReason) {
        own(who, conversation);
        refusing(who, () -> {
            file.terms().checkEnd(wrapUp, contactReason);
            log.info("call {}: ended by {}", conversation, who.id());
            return calls.end(conversation, key, who.agent(), wrapUp, contactReason);
        });
    }

    CallView open(Colleague who, ConversationId conversation) {
        Call call = call(who, conversation);
        return new CallView(call, isOf(who, call),
                Turn.of(conversations.eventsAfter(conversation, 0), List.of()),
                cases.wrapUps(conversation).stream().map(ended -> CaseView.Ended.of(ended, file.terms()))
                        .toList());
    }

    /** The colleague's calls that go on, the latest first. */
    List<CallView.GoingOn> goingOn(Colleague who) {
        return calls.openCallsOf(who.id()).stream()
                .map(call -> new CallView.GoingOn(call.conversation().value(), call.startedAt().atZone(zone)))
                .toList();
    }

    private Call call(Colleague who, ConversationId conversation) {
        return calls.call(conversation)
                .filter(call -> isOf(who, call) || who.account().roles().contains(StaffRole.SUPERVISOR))
                .orElseThrow(NoSuchCase::new);
    }

    private void own(Colleague who, ConversationId conversation) {
        Call call = call(who, conversation);
        if (!isOf(who, call)) {
            throw new DeskRefusal(Reason.OWNED, call.agent().name());
        }
    }

    private static boolean isOf(Colleague who, Call call) {
        return call.agent().account().equals(who.id());
    }

    private static <T> T refusing(Colleague who, Supplier<T> work) {
        try {
            return work.get();
        } catch (QuestionRefusal e) {
            throw new DeskRefusal(switch (e.reason()) {
                case EMPTY -> Reason.EMPTY;
                case TOO_LONG -> Reason.TOO_LONG;
            });
        } catch (ConversationRefusal.QuestionStillOpen e) {
            throw new DeskRefusal(Reason.STILL_OPEN);
        } catch (ConversationRefusal e) {
            throw CaseWork.refused(e, who);
        }
    }
}
