package se.lotsen.delivery;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What mails and errands say to staff, in Swedish. Nothing of a citizen's, least of all in a subject. */
final class MailText {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final URI desk;
    private final Supplier<ZoneId> zone;

    MailText(URI desk, Supplier<ZoneId> zone) {
        this.desk = desk;
        this.zone = zone;
        messages.setBasename("se.lotsen.delivery.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(SWEDISH);
    }

    String subject(Notification about) {
        String event = say("delivery.event." + about.event());
        return about.receipt() == null ? event : say("delivery.mail.subject", event, about.receipt());
    }

    String body(Notification about) {
        StringBuilder lines = new StringBuilder(say("delivery.event." + about.event())).append(".\n\n");
        line(lines, "delivery.mail.receipt", about.receipt());
        line(lines, "delivery.mail.queue", about.queue());
        line(lines, "delivery.mail.due", about.dueAt() == null ? null : time(about.dueAt()));
        return lines.append(say("delivery.mail.link", link(about))).append('\n').toString();
    }

    String link(Notification about) {
        return desk.toString().replaceFirst("/+$", "") + "/desk/cases/" + about.conversation();
    }

    private void line(StringBuilder lines, String message, @Nullable String value) {
        if (value != null) {
            lines.append(say(message, value)).append('\n');
        }
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofPattern(say("delivery.form.moment"), SWEDISH)
                .format(moment.atZone(zone.get()));
    }

    private String say(String message, Object... arguments) {
        return messages.getMessage(message, arguments, SWEDISH);
    }
}
