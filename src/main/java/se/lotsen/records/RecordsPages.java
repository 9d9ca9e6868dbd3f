package se.lotsen.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import se.lotsen.conversation.CaseFile;
import se.lotsen.conversation.DisposalLog;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.records.RetentionSchedule.ClassRule;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.Moments;

/** What the officers' pages show. No browser keeps one. */
final class RecordsPages {
    static final int LISTED = 100;
    private static final List<String> PLACEHOLDERS = placeholders();
    private final RetentionSchedule schedule;
    private final RecordsBook book;
    private final RecordMarks marks;
    private final DisposalLog disposed;
    private final ReleaseLog releases;
    private final PersonalDataMask mask;
    private final Clock clock;

    RecordsPages(RetentionSchedule schedule, RecordsBook book, RecordMarks marks, DisposalLog disposed,
            ReleaseLog releases, PersonalDataMask mask, Clock clock) {
        this.schedule = schedule;
        this.book = book;
        this.marks = marks;
        this.disposed = disposed;
        this.releases = releases;
        this.mask = mask;
        this.clock = clock;
    }

    private static List<String> placeholders() {
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.privacy.placeholders", Locale.of("sv"));
        return Arrays.stream(PersonalDataKind.values()).map(kind -> texts.getString(kind.name())).toList();
    }

    /**
     * A class and what holds for it.
     *
     * @param days null for no period of its own
     */
    record PlanLine(RecordClass kind, @Nullable Long days, String decision) {
    }

    /** A conversation for an officer's eyes. */
    record View(CaseFile file, List<ReleasePart> parts, List<RecordMark> marks, Set<String> names,
            boolean secret, String queue, @Nullable ZonedDateTime due, List<String> placeholders) {

        /** Whether a mark of this kind stands; the name, as templates know no types. */
        public boolean has(String kind) {
            return marks.stream().anyMatch(mark -> mark.kind().name().equals(kind));
        }
    }

    Rendering.Builder<?> page(String view, StaffMember member) {
        return Rendering.view("records/" + view).modelAttribute("member", member)
                .modelAttribute("zone", zone()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    Rendering home(StaffMember member, Officer officer) {
        return page("records", member)
                .modelAttribute("plan", Arrays.stream(RecordClass.values()).map(this::line).toList())
                .modelAttribute("marks", marks.standing(LISTED).stream()
                        .filter(mark -> book.find(officer, mark.conversation()).isPresent()).toList())
                .modelAttribute("disposed", disposed.latest(LISTED))
                .modelAttribute("releases", releases.latest(LISTED)).build();
    }

    private PlanLine line(RecordClass kind) {
        ClassRule rule = schedule.rule(kind);
        Duration period = rule.period();
        return new PlanLine(kind, period == null ? null : period.toDays(), rule.decision());
    }

    View view(CaseFile file) {
        List<ReleasePart> parts = ReleaseParts.of(file);
        ZonedDateTime due = file.holds().isEmpty() && !file.isGoingOn()
                ? file.touchedAt().plus(schedule.of(file.kind()).period()).atZone(zone())
                : null;
        return new View(file, parts, marks.of(file.id()),
                Redactions.names(parts), book.needsAssessment(file), book.queueName(file.lastQueue()), due,
                PLACEHOLDERS);
    }

    /** @param fault code of what is in the way; empty for nothing */
    Rendering record(StaffMember member, CaseFile file, String fault, String done) {
        return page("record", member).modelAttribute("view", view(file)).modelAttribute("fault", fault)
                .modelAttribute("done", done)
                .status(fault.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST).build();
    }

    /** What an officer wrote, without what must not be stored. */
    String masked(String written) {
        return maskedText(written).value();
    }

    MaskedText maskedText(String written) {
        return mask.mask(written);
    }

    Instant now() {
        return Moments.storable(clock.instant());
    }

    ZoneId zone() {
        return clock.getZone();
    }
}
