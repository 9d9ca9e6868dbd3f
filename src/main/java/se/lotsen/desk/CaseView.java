package se.lotsen.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.CasePacket;
import se.lotsen.conversation.PendingReply;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.WrapUp;
import se.lotsen.handover.Presence.DeskAgent;

/**
 * One case as a colleague sees it. What templates call is public: they find nothing else.
 *
 * @param mine whether the colleague has it
 * @param owner who has it; empty when nobody has
 * @param waited minutes, while it waits
 * @param lastEvent what the page shows already
 * @param packet what was told at the handover
 * @param colleagues to whom it can be handed
 * @param queues where it can be moved, {@code opener} those where more people would see a secret case
 * @param pending what its owner has written and the citizen does not have yet; null for nothing
 * @param others the names of colleagues who have it open, too
 */
record CaseView(Standing standing, boolean mine, String owner, String queueName, long waited, long lastEvent,
        Packet packet, List<Transcript.Entry> entries, List<Ended> ended, List<DeskAgent> colleagues,
        List<QueueName> queues, List<QueueName> opener, @Nullable PendingReply pending,
        List<String> others) {

    public UUID id() {
        return standing.conversation().value();
    }

    public String state() {
        return standing.state().name();
    }

    public long version() {
        return standing.version();
    }

    public CasePacket.@Nullable Draft draft() {
        return packet.draft();
    }

    /** The lines of the reply that can still be taken back. */
    public List<String> pendingLines() {
        return pending == null ? List.of() : pending.message().text().value().lines().toList();
    }

    /** How many things were said, the pending one among them: its release is nothing new. */
    public int said() {
        return entries.size() + (pending == null ? 0 : 1);
    }

    /** Another one when the transcript is to be shown anew. */
    public String mark() {
        long shown = entries.stream().filter(entry -> entry.delivery() == Transcript.Delivery.SHOWN).count();
        return said() + "-" + shown + "-" + (pending == null ? "" : pending.id()) + "-"
                + String.join(",", others);
    }

    public boolean isApprovable() {
        return packet.isApprovable();
    }

    /** What is approved is what was shown. */
    public String draftMark() {
        CasePacket.Draft draft = packet.draft();
        return draft == null ? "" : CaseWork.mark(draft);
    }

    /** A queue by the name that people know. */
    record QueueName(String id, String name) {
    }

    /** How the case was summed up, in the municipality's words. */
    record Ended(String agent, String wrapUp, String reason) {
        static Ended of(WrapUp ended, DeskTerms terms) {
            return new Ended(ended.agent().name(),
                    DeskTerms.name(terms.wrapUps(), ended.code()).orElse(ended.code()),
                    DeskTerms.name(terms.contactReasons(), ended.contactReason())
                            .orElse(ended.contactReason()));
        }
    }
}
