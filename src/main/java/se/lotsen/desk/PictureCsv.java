package se.lotsen.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import se.lotsen.handover.HandoverFigures;
import se.lotsen.spreadsheet.Spreadsheet;

/**
 * The picture as a file for a spreadsheet: one number in a line, with what it is of. It names nobody.
 */
final class PictureCsv {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private final MessageSource messages;

    PictureCsv(MessageSource messages) {
        this.messages = messages;
    }

    String of(Picture picture) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("kind"), say("id"), say("name"), say("measure"), say("period"), say("value")));
        picture.queues().forEach(queue -> {
            row(rows, queue, "waiting", "now", (long) queue.waiting());
            row(rows, queue, "longest", "now", queue.longest());
            row(rows, queue, "there", "now", (long) queue.there());
            row(rows, queue, "paused", "now", (long) queue.paused());
            row(rows, queue, "at-risk", "now", queue.atRisk());
            row(rows, queue, "broken", "now", queue.broken());
            figures(rows, queue, "today", queue.today());
            figures(rows, queue, "week", queue.week());
        });
        codes(rows, "wrap-up", picture.wrapUps());
        codes(rows, "reason", picture.reasons());
        return Spreadsheet.csv(rows);
    }

    private void figures(List<List<String>> rows, Picture.Queue queue, String period,
            HandoverFigures figures) {
        row(rows, queue, "offered", period, (long) figures.offered());
        row(rows, queue, "in-time", period, (long) figures.inTime());
        row(rows, queue, "accepted", period, (long) figures.accepted());
        row(rows, queue, "mean", period, figures.meanSeconds());
        row(rows, queue, "p90", period, figures.p90Seconds());
        row(rows, queue, "timed-out", period, (long) figures.timedOut());
        row(rows, queue, "left", period, (long) figures.left());
        row(rows, queue, "closed", period, (long) figures.closed());
    }

    private void codes(List<List<String>> rows, String kind, List<Picture.Code> codes) {
        codes.forEach(code -> {
            rows.add(List.of(say(kind), code.id(), code.name(), say("count"), say("today"),
                    Long.toString(code.today())));
            rows.add(List.of(say(kind), code.id(), code.name(), say("count"), say("week"),
                    Long.toString(code.week())));
        });
    }

    /** What is not known has an empty cell. */
    private void row(List<List<String>> rows, Picture.Queue queue, String measure, String period,
            @Nullable Long value) {
        rows.add(List.of(say("queue"), queue.id(), queue.name(), say(measure), say(period),
                value == null ? "" : value.toString()));
    }

    private String say(String what) {
        return messages.getMessage("desk.csv." + what, null, SWEDISH);
    }
}
