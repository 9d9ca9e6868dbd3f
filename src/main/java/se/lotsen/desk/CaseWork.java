package se.lotsen.desk;

import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.handover.CasePacket;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AgentReplies;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.Claim;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.PendingReply;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.conversation.TypingSignals;
import org.jspecify.annotations.Nullable;
import se.lotsen.desk.DeskRefusal.Reason;

import se.lotsen.delivery.Promises;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.Presence;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;

/**
 * What is done with a case, by whom it may be done. Everything is refused with {@link NoSuchCase} to whom the case is not
 * for, and with a {@link DeskRefusal} that says why otherwise. It blocks. Logs hold ids and what was done, never a text.
 */
final class CaseWork {
    /** Characters; the service takes no form that would hold more in Swedish. */
    static final int LONGEST = 4_000;
    private static final Logger log = LoggerFactory.getLogger(CaseWork.class);
    private final HandoverStore cases;
    private final CaseBook book;
    private final Presence presence;
    private final PersonalDataMask mask;
    private final DeskFile file;
    private final CaseLines lines;
    private final AgentReplies replies;
    private final TypingSignals typing;
    private final Duration undoSend;

    CaseWork(HandoverStore cases, AgentReplies replies, TypingSignals typing, CaseBook book,
            Presence presence,
            PersonalDataMask mask, DeskFile file, CaseLines lines, DeskProperties properties) {
        this.cases = cases;
        this.replies = replies;
        this.typing = typing;
        this.undoSend = properties.undoSend();
        this.book = book;
        this.presence = presence;
        this.mask = mask;
        this.file = file;
        this.lines = lines;
    }

    /** Takes a waiting case; of several at once one does, and the others are told who. */
    void claim(Colleague who, ConversationId conversation, long version) {
        act(who, conversation, "claim", () -> {
            Claim claim = cases.claim(conversation, taker(who), version,
                    said(StateChange.CLAIMED, conversation, who));
            switch (claim) {
                case Claim.Won won -> {
                }
                case Claim.TakenBy taken -> throw new DeskRefusal(Reason.OWNED, taken.agent().name());
                case Claim.Full full -> throw full(full.capacity());
                case Claim.NotWaiting other -> throw new DeskRefusal(Reason.MOVED);
                case Claim.Moved moved -> throw new DeskRefusal(Reason.MOVED);
            }
            return true;
        });
    }

    /** @param withDraft whether the reply was made of the draft, whose sources go with it */
    void reply(Colleague who, ConversationId conversation, IdempotencyKey key, String text,
            boolean withDraft) {
        act(who, conversation, "reply", () -> {
            CasePacket.Draft draft = book.packet(conversation).draft();
            List<Citation> sources = withDraft && draft != null ? draft.sources() : List.of();
            replies.reply(conversation, key, agent(who), masked(text), sources, undoSend);
            return true;
        });
    }

    /** Takes a reply back that the citizen does not have yet. */
    PendingReply takeBack(Colleague who, ConversationId conversation, String reply) {
        return act(who, conversation, "take back", () -> DeskForm.id(reply)
                .flatMap(id -> replies.takeBack(conversation, agent(who), id))
                .orElseThrow(() -> new DeskRefusal(Reason.SENT)));
    }

    /** The citizen is told that the agent who has the case is writing; nobody else is heard. */
    void typing(Colleague who, ConversationId conversation) {
        Agent owner = book.standing(who, conversation).agent();
        if (owner != null && owner.account().equals(who.id())) {
            typing.typing(conversation, Author.AGENT);
        }
    }

    /**
     * Sends the assistant's draft as it is and gives the conversation back to the assistant.
     *
     * @param mark of the draft that the page showed; another one is not approved unseen
     */
    void approve(Colleague who, ConversationId conversation, IdempotencyKey key, String mark) {
        act(who, conversation, "approve", () -> {
            Packet packet = book.packet(conversation);
            CasePacket.Draft draft = packet.draft();
            if (draft == null || !packet.isApprovable() || !mark(draft).equals(mark)) {
                throw new DeskRefusal(Reason.MOVED);
            }
            return cases.approve(conversation, key, agent(who), mask.mask(draft.text()), draft.sources(),
                    said(StateChange.RETURNED, conversation, who));
        });
    }

    /** Tells one draft from another. */
    static String mark(CasePacket.Draft draft) {
        return UUID
                .nameUUIDFromBytes((draft.text() + "\n" + draft.sources()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    void note(Colleague who, ConversationId conversation, IdempotencyKey key, String text) {
        act(who, conversation, "note", () -> {
            cases.addNote(conversation, key, who.agent(), masked(text));
            return true;
        });
    }

    /** @param account of a colleague who is there and takes such cases */
    void transfer(Colleague who, ConversationId conversation, IdempotencyKey key, String account) {
        Standing standing = book.standing(who, conversation);
        act(who, conversation, "transfer", () -> {
            DeskAgent to = book.colleagues(who, standing, book.language(conversation)).stream()
                    .filter(agent -> agent.account().equals(account)).findFirst()
                    .orElseThrow(() -> new DeskRefusal(Reason.CHOICE));
            return cases.transfer(conversation, key, agent(who),
                    new Agent(to.account(), to.name(), to.capacity()),
                    lines.of(StateChange.TRANSFERRED, conversation, to.name()));
        });
    }

    /** @param opened whether the agent has confirmed that more people may see a secret case */
    void requeue(Colleague who, ConversationId conversation, IdempotencyKey key, String queue,
            boolean opened) {
        Standing before = book.standing(who, conversation);
        act(who, conversation, "requeue", () -> {
            if (book.queues().stream().noneMatch(known -> known.id().equals(queue))) {
                throw new DeskRefusal(Reason.CHOICE);
            }
            boolean opensUp = book.opensUp(before, queue);
            if (opensUp && !opened) {
                throw new DeskRefusal(Reason.MORE_SEE);
            }
            StoredEvent moved = cases.requeue(conversation, key, agent(who), queue,
                    said(StateChange.REQUEUED, conversation, who));
            if (opensUp) {
                log.info("case {}: taken out of a secret queue, into {}, by {}", conversation, queue,
                        who.id());
            }
            return moved;
        });
    }

    void giveBack(Colleague who, ConversationId conversation, IdempotencyKey key) {
        act(who, conversation, "give back",
                () -> cases.giveBack(conversation, key, agent(who),
                        said(StateChange.RETURNED, conversation, who)));
    }

    void close(Colleague who, ConversationId conversation, IdempotencyKey key, String wrapUp,
            String contactReason) {
        act(who, conversation, "close", () -> {
            file.terms().checkEnd(wrapUp, contactReason);
            return cases.resolve(conversation, key, agent(who), wrapUp, contactReason,
                    said(StateChange.RESOLVED, conversation, who));
        });
    }

    void takeUp(Colleague who, ConversationId conversation, IdempotencyKey key) {
        act(who, conversation, "take up",
                () -> cases.takeUp(conversation, key, agent(who),
                        said(StateChange.TAKEN_UP, conversation, who)));
    }

    /** @param queue one that has promised the citizen something and has not kept it */
    void followUp(Colleague who, ConversationId conversation, IdempotencyKey key, String queue) {
        act(who, conversation, "follow up", () -> cases.followUp(conversation, key, taker(who), queue,
                Promises.HOLD, said(StateChange.FOLLOWED_UP, conversation, who)));
    }

    void pause(Colleague who, String code) {
        if (DeskTerms.name(file.terms().pauses(), code).isEmpty()) {
            throw new DeskRefusal(Reason.CHOICE);
        }
        presence.pause(who.id(), code);
    }

    void resume(Colleague who) {
        presence.resume(who.id());
    }

    private <T> T act(Colleague who, ConversationId conversation, String what, Supplier<T> work) {
        book.standing(who, conversation);
        try {
            T done = work.get();
            log.info("case {}: {} by {}", conversation, what, who.id());
            return done;
        } catch (ConversationRefusal e) {
            throw refused(e, who);
        }
    }

    static RuntimeException refused(ConversationRefusal refusal, Colleague who) {
        return switch (refusal) {
            case ConversationRefusal.UnknownConversation gone -> new NoSuchCase();
            case NotTheOwner other -> other.owner().map(owner -> new DeskRefusal(Reason.OWNED, owner.name()))
                    .orElseGet(() -> new DeskRefusal(Reason.NOBODY));
            case ConversationRefusal.AgentFull full -> full.agent().account().equals(who.id())
                    ? full(full.agent().capacity())
                    : new DeskRefusal(Reason.COLLEAGUE_FULL, full.agent().name());
            case ConversationRefusal.IdempotencyKeyReused used -> new DeskRefusal(Reason.USED);
            case ConversationRefusal.NoPersonInvolved nobody -> new DeskRefusal(Reason.NOBODY);
            case ConversationRefusal.ChangeNotPossible late -> new DeskRefusal(Reason.MOVED);
            case ConversationRefusal.AssistantSilent silent -> new DeskRefusal(Reason.MOVED);
            case ConversationRefusal.QuestionStillOpen open -> new DeskRefusal(Reason.MOVED);
            case ConversationRefusal.QuestionNotOpen closed -> new DeskRefusal(Reason.MOVED);
            case ConversationRefusal.UnknownAnswer unknown -> new DeskRefusal(Reason.MOVED);
        };
    }

    private static DeskRefusal full(int capacity) {
        return new DeskRefusal(Reason.FULL, Integer.toString(capacity));
    }

    /** Who takes a case now. */
    private Agent taker(Colleague who) {
        Agent agent = agent(who);
        if (presence.pauseOf(who.id()).isPresent()) {
            throw new DeskRefusal(Reason.PAUSED);
        }
        return agent;
    }

    static Agent agent(Colleague who) {
        if (!who.takesCases()) {
            throw new DeskRefusal(Reason.NO_AGENT);
        }
        return who.agent();
    }

    MaskedText masked(String text) {
        if (text.length() > LONGEST) {
            throw new DeskRefusal(Reason.TOO_LONG);
        }
        MaskedText masked = mask.mask(text.strip());
        if (masked.value().isBlank()) {
            throw new DeskRefusal(Reason.EMPTY);
        }
        return masked;
    }

    private @Nullable String said(StateChange change, ConversationId conversation, Colleague who) {
        return lines.of(change, conversation, who.account().displayName());
    }
}
