package se.lotsen.radar;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.knowledge.Page;
import se.lotsen.radar.Owners.Owner;
import se.lotsen.inspection.Detail;
import se.lotsen.inspection.Fault;

/** The words of the weekly list: plain text, the same as the page says. */
final class WeeklyText {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final int MOST = 30;
    private final MessageSource messages;

    WeeklyText(MessageSource messages) {
        this.messages = messages;
    }

    String subject(int faults, int soon) {
        return say("radar.mail.subject", faults, soon);
    }

    String body(Owner owner, List<Report.Entry> open, List<Page> soon, String address) {
        StringBuilder body = new StringBuilder(say("radar.mail.greeting", owner.name())).append("\n\n");
        if (!open.isEmpty()) {
            body.append(say("radar.mail.faults", open.size())).append("\n\n");
            open.stream().limit(MOST).forEach(entry -> fault(body, entry, address));
            if (open.size() > MOST) {
                body.append(say("radar.mail.more", open.size() - MOST)).append("\n\n");
            }
        }
        if (!soon.isEmpty()) {
            body.append(say("radar.mail.soon", soon.size())).append('\n');
            soon.forEach(page -> body.append("- ").append(say("radar.mail.review", page.metadata().title(),
                    page.metadata().reviewBy())).append('\n'));
            body.append('\n');
        }
        return body.append(say("radar.mail.link")).append('\n').append(address).append("/editor/radar\n")
                .toString();
    }

    private void fault(StringBuilder body, Report.Entry entry, String address) {
        Fault fault = entry.fault();
        body.append("- ").append(say("radar.kind." + fault.kind())).append(": ")
                .append(detail(fault)).append('\n');
        fault.places().forEach(place -> {
            body.append("  ").append(place.title());
            if (!place.sentence().isEmpty()) {
                body.append(": ").append(say("radar.mail.sentence", place.sentence()));
            }
            body.append('\n');
        });
        body.append("  ").append(address).append("/editor/radar/").append(entry.id()).append("\n\n");
    }

    /** What exactly is wrong, in one line. */
    String detail(Fault fault) {
        return switch (fault.detail()) {
            case Detail.Values values -> say("radar.detail.values." + values.measure(), values.first(),
                    values.second());
            case Detail.Passed passed -> say("radar.detail.passed", passed.written());
            case Detail.Ended ended -> say("radar.detail.ended", ended.day());
            case Detail.Overdue overdue -> say("radar.detail.overdue", overdue.day());
            case Detail.Link link -> say("radar.detail.link." + link.state(), link.address());
            case Detail.Alike alike -> say("radar.detail.alike", Math.round(100 * alike.share()));
            case Detail.Alone alone -> say("radar.detail.alone");
        };
    }

    private String say(String key, Object... values) {
        Object[] written = new Object[values.length];
        for (int at = 0; at < values.length; at++) {
            written[at] = values[at] instanceof Number ? values[at] : values[at].toString();
        }
        return messages.getMessage(key, written, SWEDISH);
    }
}
