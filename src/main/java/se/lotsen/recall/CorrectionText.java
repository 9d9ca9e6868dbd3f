package se.lotsen.recall;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import se.lotsen.recall.PassageChange.Removed;

/** What is proposed to editors, and what stands around their words in a mail and at the desk. In Swedish. */
final class CorrectionText {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    /** The longest text of a correction, in characters: it is one line in a conversation. */
    static final int LONGEST = 1_500;
    private final MessageSource messages;
    private final ZoneId zone;

    CorrectionText(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** A text with the old words and the new ones. */
    String proposal(List<PassageChange> wrong, Set<String> marks, PageVersion right) {
        String old = quoted(wrong.stream().flatMap(change -> change.removed().stream())
                .filter(removed -> marks.contains(removed.mark())).map(Removed::text).toList());
        String fresh = quoted(wrong.stream().flatMap(change -> change.added().stream()).distinct().toList());
        String day = DateTimeFormatter.ofPattern(say("recall.form.day"), SWEDISH)
                .format(right.from().atZone(zone));
        String text = right.page().map(page -> fresh.isEmpty()
                ? say("recall.proposal.gone", old, page.metadata().title(), page.metadata().url(), day)
                : old.isEmpty()
                        ? say("recall.proposal.more", fresh, page.metadata().title(), page.metadata().url())
                        : say("recall.proposal", old, fresh, page.metadata().title(), page.metadata().url()))
                .orElseGet(() -> say("recall.proposal.no-page", old));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    String subject() {
        return say("recall.mail.subject");
    }

    String mail(Correction correction) {
        return correction.text() + "\n\n" + say("recall.mail.why") + "\n";
    }

    String task(Correction correction) {
        return say("recall.task", correction.text());
    }

    private static String quoted(List<String> sentences) {
        return String.join(" ", sentences);
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, SWEDISH);
    }
}
