package se.lotsen.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.handover.OpenTimes;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;

/** How satisfied citizens are, for those who lead the work. It shows no comment and no conversation. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class SatisfactionController {
    private static final int DAYS = 30;
    private final Satisfaction satisfaction;
    private final OpenTimes times;
    private final Clock clock;

    SatisfactionController(Satisfaction satisfaction, OpenTimes times, Clock clock) {
        this.satisfaction = satisfaction;
        this.times = times;
        this.clock = clock;
    }

    /** The last 30 days, unless other days are given: the first and the last that count, as {@code 2026-11-24}. */
    @GetMapping("/desk/nojdhet")
    Mono<Rendering> figures(StaffMember member,
            @RequestParam(name = "fran", required = false) @Nullable String first,
            @RequestParam(name = "till", required = false) @Nullable String last) {
        if (!member.is(StaffRole.SUPERVISOR)) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return Mono.fromCallable(() -> {
            LocalDate to = day(last, clock.instant().atZone(times.zone()).toLocalDate());
            LocalDate from = day(first, to.minusDays(DAYS - 1));
            return Rendering.view("feedback/satisfaction")
                    .modelAttribute("member", member).modelAttribute("from", from).modelAttribute("to", to)
                    .modelAttribute("figures", satisfaction.figures(start(from), start(to.plusDays(1))))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(times.zone()).toInstant();
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}") ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
