package se.lotsen.radar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.delivery.StaffMail;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.radar.Owners.Owner;
import se.lotsen.inspection.Fault;

/**
 * Once a week every owner and deputy get the list of what their pages need. A week that the service slept through is made
 * up for as long as it lasts; an earlier one is not. What was sent is recorded after the server has taken it, so a mail
 * may come twice after a crash, with the same id, but never not at all.
 */
final class WeeklyMail {
    private static final Logger log = LoggerFactory.getLogger(WeeklyMail.class);
    /** So far ahead owners are told of reviews. */
    private static final int SOON_DAYS = 30;

    private final StaffMail mail;
    private final KnowledgeFolder folder;
    private final Supplier<Library> library;
    private final Radar radar;
    private final RadarTable table;
    private final WeeklyText text;
    private final RadarProperties properties;
    private final ZoneId zone;
    private final Clock clock;

    WeeklyMail(StaffMail mail, KnowledgeFolder folder, Supplier<Library> library, Radar radar,
            RadarTable table, WeeklyText text, RadarProperties properties, ZoneId zone, Clock clock) {
        this.mail = mail;
        this.folder = folder;
        this.library = library;
        this.radar = radar;
        this.table = table;
        this.text = text;
        this.properties = properties;
        this.zone = zone;
        this.clock = clock;
    }

    /** Sends what is due. Does nothing before the first look, as an empty list would say that all is well. */
    void run() {
        ZonedDateTime now = clock.instant().atZone(zone);
        Report report = radar.report();
        if (!mail.isConfigured() || report.at() == null || now.isBefore(due(now))) {
            return;
        }
        Owners owners = OwnersCheck.read(folder, new ArrayList<>()).orElse(Owners.NONE);
        String week = week(now.toLocalDate());
        owners.byName().values().stream().filter(owner -> !table.isTold(week, owner.name()))
                .forEach(owner -> tell(owner, week, report, now.toLocalDate()));
    }

    private ZonedDateTime due(ZonedDateTime now) {
        LocalDate monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalTime at = properties.mailAt();
        return monday.with(TemporalAdjusters.nextOrSame(properties.mailDay())).atTime(at).atZone(zone);
    }

    static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private void tell(Owner owner, String week, Report report, LocalDate today) {
        List<Report.Entry> open = report.open().stream().filter(entry -> entry.concerns(owner.name()))
                .toList();
        List<Page> soon = soon(owner, today);
        if (open.isEmpty() && soon.isEmpty()) {
            table.told(week, owner.name(), "nothing", clock.instant());
            return;
        }
        String id = "radar." + week + "." + Fault.digest(owner.name());
        if (mail.send(id, owner.addresses(), text.subject(open.size(), soon.size()),
                text.body(owner, open, soon, mail.address()))) {
            table.told(week, owner.name(), "sent", clock.instant());
            log.info("The weekly list {} was sent: {} faults, {} reviews", id, open.size(), soon.size());
        }
    }

    /** Pages to be reviewed soon; those past their day are faults already. */
    private List<Page> soon(Owner owner, LocalDate today) {
        return library.get().pages().values().stream()
                .filter(page -> page.metadata().owner().equals(owner.name()))
                .filter(page -> !page.metadata().reviewBy().isBefore(today)
                        && page.metadata().reviewBy().isBefore(today.plusDays(SOON_DAYS)))
                .sorted(Comparator.comparing(page -> page.metadata().reviewBy())).toList();
    }
}
