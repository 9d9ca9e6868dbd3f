package se.lotsen.delivery;

import java.time.Clock;
import java.util.List;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.RecordForTests;

/** Citizens who left contact details, for the tests of other rooms. */
public final class ContactsForTests {
    public final Promises promises;
    public final CitizenContacts contacts;
    private final Clock clock;

    /** @param mails whether there is a mail server */
    public ContactsForTests(RecordForTests record, Clock clock, boolean mails) {
        this.clock = clock;
        promises = new Promises(record.attachments, new Slots(PostRoom.TIMES, 400, 2), PostRoom.TIMES,
                new PromiseText(PostRoom.TIMES), new Announcements(List.of()), "LK", clock);
        contacts = new CitizenContacts(record.attachments, promises, mails);
    }

    /** Promises an e-mail or a call to a citizen of the conversation. */
    public Promise left(ConversationId conversation, PromiseKind kind) {
        Slot slot = promises.offer("kontaktcenter", "sv", clock.instant()).stream()
                .map(Promises.Offer::slot).filter(one -> one.kind() == kind).findFirst().orElseThrow();
        Wish wish = new Wish(slot, "sv",
                kind == PromiseKind.EMAIL ? "ada@exempel.se" : "070-174 06 05", null, "{}");
        return ((Making.Made) promises.make(conversation, RecordForTests.key(), wish)).promise();
    }
}
