package se.lotsen.delivery;

import se.lotsen.conversation.Outbox;

/** Plain mails to the contact centre: a receipt number, a time and a link. */
final class EmailChannel implements Channel {
    private final DeliveryProperties.Mail mail;
    private final MailText text;
    private final MailServerConnection server;

    EmailChannel(DeliveryProperties.Mail mail, MailText text) {
        this.mail = mail;
        this.text = text;
        this.server = new MailServerConnection(mail);
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public boolean tells(String event) {
        return mail.events().contains("*") || mail.events().contains(event);
    }

    @Override
    public Outcome deliver(Outbox.Entry entry) {
        Notification notification = Notification.read(entry.payload());
        if (notification == null) {
            return new Outcome.Refused("unreadable-entry");
        }
        return server.send(new MailServerConnection.Letter(entry.conversation() + "." + entry.id(),
                mail.recipients(notification.event()), text.subject(notification), text.body(notification),
                entry.createdAt()));
    }
}
