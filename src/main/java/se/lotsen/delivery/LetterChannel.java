package se.lotsen.delivery;

import java.util.List;
import java.util.Optional;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.Outbox;

/**
 * Mails of ours to citizens. The address stands with the promise that the citizen gave it for, and is read when the mail
 * goes out: it is in no entry.
 */
final class LetterChannel implements Channel {
    static final String NAME = "letter";
    private final MailServerConnection server;
    private final Attachments attachments;

    LetterChannel(DeliveryProperties.Mail mail, Attachments attachments) {
        this.server = new MailServerConnection(mail);
        this.attachments = attachments;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Letters are written, they do not follow from events. */
    @Override
    public boolean tells(String event) {
        return false;
    }

    @Override
    public Outcome deliver(Outbox.Entry entry) {
        Letter letter = Letter.read(entry.payload());
        if (letter == null) {
            return new Outcome.Refused("unreadable-entry");
        }
        Optional<ContactDetail> address = attachments
                .read(database -> new ContactTable(database).ofOpened(letter.promise()))
                .filter(detail -> detail.kind() == ContactDetail.Kind.EMAIL);
        return address.isEmpty()
                ? new Outcome.Refused("no-address")
                : server.send(new MailServerConnection.Letter(entry.conversation() + "." + entry.id(),
                        List.of(address.get().value()), letter.subject(), letter.text(),
                        entry.createdAt()));
    }
}
