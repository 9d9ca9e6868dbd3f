package se.lotsen.radar;

import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.archive.Revision;
import se.lotsen.knowledge.Page;

/**
 * Somebody has read a page and says that it is still right: the day of its review becomes today, and the next one as far
 * off as the page's own interval. Nothing else of the file changes, so it is served at once, also where a text needs two.
 */
final class Reviews {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(.*?)\\R---\\R", Pattern.DOTALL);
    private final Archive archive;
    private final AuditLog audit;

    Reviews(Archive archive, AuditLog audit) {
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * Blocks.
     *
     * @return the day by which it must be confirmed again
     * @throws ArchiveRefusal naming what is in the way
     */
    LocalDate confirm(Page page, LocalDate today, Actor by, String note) {
        LocalDate next = next(page, today);
        String served = archive.revisionNow(page.file()).map(Revision::text).orElse("");
        Revision made = archive.serve(page.file(), dated(served, today, next), by, note);
        audit.record(by, "radar-confirm", page.file(), Integer.toString(made.number()));
        return next;
    }

    /** As long after today as the last interval was. */
    static LocalDate next(Page page, LocalDate today) {
        return today.plus(Period.between(page.metadata().reviewed(), page.metadata().reviewBy()));
    }

    /** The text with other dates in its front matter; every other sign stays as the editor has written it. */
    static String dated(String text, LocalDate reviewed, LocalDate reviewBy) {
        Matcher block = FRONT_MATTER.matcher(text);
        if (!block.find()) {
            return text;
        }
        String front = block.group(1).replaceAll("(?m)^reviewed:.*$", "reviewed: " + reviewed)
                .replaceAll("(?m)^reviewBy:.*$", "reviewBy: " + reviewBy);
        return text.substring(0, block.start(1)) + front + text.substring(block.end(1));
    }
}
