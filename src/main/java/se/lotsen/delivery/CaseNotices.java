package se.lotsen.delivery;

import se.lotsen.conversation.Attachments.Held;
import se.lotsen.conversation.ConversationId;

/** Tells the municipality's other systems of what other rooms keep with a case, by the channels that tell the event. */
public class CaseNotices {
    private final Announcements announcements;

    CaseNotices(Announcements announcements) {
        this.announcements = announcements;
    }

    /**
     * In the caller's transaction.
     *
     * @param event its name, such as {@code case.threat}
     */
    public void tell(Held held, String event, ConversationId conversation) {
        announcements
                .effects(new Notification(event, conversation.value(), held.now(), null, null, null, null,
                        null, null, null))
                .forEach(held::add);
    }
}
