package se.lotsen.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends plain mails by the server of the configuration. The same id has the same Message-ID, so that mail systems can recognise a repeat. */
final class MailServerConnection {
    private final DeliveryProperties.Mail mail;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    MailServerConnection(DeliveryProperties.Mail mail) {
        this.mail = mail;
        server.setHost(mail.host());
        server.setPort(mail.port());
        server.setUsername(mail.userName());
        server.setPassword(mail.password());
        String timeout = Long.toString(mail.timeout().toMillis());
        Properties settings = server.getJavaMailProperties();
        settings.setProperty("mail.smtp.connectiontimeout", timeout);
        settings.setProperty("mail.smtp.timeout", timeout);
        settings.setProperty("mail.smtp.writetimeout", timeout);
        settings.setProperty("mail.smtp.auth", Boolean.toString(mail.userName() != null));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(mail.startTls()));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(mail.startTls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }

    /** What a mail says, and to whom. */
    record Letter(String id, List<String> to, String subject, String body, Instant written) {
    }

    Outcome send(Letter letter) {
        try {
            server.send(message(letter));
            return Outcome.DELIVERED;
        } catch (MailAuthenticationException e) {
            return new Outcome.Failed("smtp-sign-in");
        } catch (MailSendException e) {
            return new Outcome.Failed(code(e));
        } catch (MailException | MessagingException e) {
            return new Outcome.Failed("smtp");
        }
    }

    /** Of a server that was not reached the fault is the exception's cause; of a refusal it is the message's own. */
    private static String code(MailSendException fault) {
        List<Throwable> faults = new ArrayList<>(List.of(fault));
        faults.addAll(Arrays.asList(fault.getMessageExceptions()));
        for (Throwable one : faults) {
            for (Throwable cause = one; cause != null; cause = cause.getCause()) {
                if (cause instanceof SocketTimeoutException) {
                    return "timeout";
                }
                if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                    return "no-connection";
                }
            }
        }
        return "smtp-refused";
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        Keyed message = new Keyed(server.getSession(), letter.id() + "@lotsen");
        message.setFrom(new InternetAddress(mail.from(), true));
        for (String to : letter.to()) {
            message.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(letter.written()));
        return message;
    }

    /** Keeps its own id, which a mail would otherwise get anew at each attempt. */
    private static final class Keyed extends MimeMessage {
        private final String id;

        Keyed(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
