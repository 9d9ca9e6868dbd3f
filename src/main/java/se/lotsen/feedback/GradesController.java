package se.lotsen.feedback;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.handover.OpenTimes;
import se.lotsen.staff.StaffMember;

/** Grades for those who mend pages, and for those who fit the confidence. It shows no conversation. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class GradesController {
    private static final int SHOWN = 500;
    /** What is to be mended. */
    private static final Set<Mark> TO_MEND = EnumSet.of(Mark.PARTLY, Mark.WRONG, Mark.OUTDATED);
    private static final MediaType LINES = MediaType.parseMediaType("application/jsonl;charset=UTF-8");
    private final Grades grades;
    private final OpenTimes times;

    GradesController(Grades grades, OpenTimes times) {
        this.grades = grades;
        this.times = times;
    }

    /** A line of the page, with its time as clocks in the municipality show it. */
    record Row(Grade grade, ZonedDateTime at) {
    }

    /** @param mark the code of one that is to be mended; anything else shows them all */
    @GetMapping("/editor/betyg")
    Mono<Rendering> list(StaffMember member,
            @RequestParam(name = "betyg", required = false) @Nullable String mark) {
        Set<Mark> chosen = mark == null
                ? TO_MEND
                : Mark.of(mark).filter(TO_MEND::contains).<Set<Mark>>map(EnumSet::of).orElse(TO_MEND);
        return later(() -> Rendering.view("feedback/grades")
                .modelAttribute("member", member)
                .modelAttribute("marks", TO_MEND)
                .modelAttribute("chosen", chosen.size() == 1 ? chosen.iterator().next().code() : "")
                .modelAttribute("shown", SHOWN)
                .modelAttribute("rows", rows(grades.latest(chosen, SHOWN)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    private List<Row> rows(List<Grade> latest) {
        return latest.stream().map(grade -> new Row(grade, local(grade.at()))).toList();
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(times.zone());
    }

    /** The lines that {@code ./lotsen calibrate --grades} reads. */
    @GetMapping({"/operations/grades.jsonl", "/editor/grades.jsonl"})
    Mono<ResponseEntity<String>> export() {
        return later(() -> ResponseEntity.ok().contentType(LINES)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"grades.jsonl\"")
                .body(GradeExport.lines(grades.all())));
    }

    private static <T> Mono<T> later(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
