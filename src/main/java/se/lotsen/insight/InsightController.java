package se.lotsen.insight;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.storage.SerialRecord;
import se.lotsen.conversation.RetentionRules;
import se.lotsen.staff.StaffMember;

/** The editors' figures: a page, a file and a month's report. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/insikt")
class InsightController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final Insight insight;
    private final DailyTotals totals;
    private final DayLog days;
    private final InsightText text;
    private final long retention;

    InsightController(Insight insight, DailyTotals totals, DayLog days, InsightText text,
            RetentionRules conversations) {
        this.insight = insight;
        this.totals = totals;
        this.days = days;
        this.text = text;
        this.retention = conversations.shortest().toDays();
    }

    @GetMapping
    Mono<Rendering> page(StaffMember member, @RequestParam MultiValueMap<String, String> asked) {
        return SerialRecord.later(() -> {
            InsightForm form = InsightForm.of(asked);
            LocalDate today = days.today();
            Period period = form.period(today);
            return page("editor/insight/insikt", member).modelAttribute("form", form)
                    .modelAttribute("view", insight.view(period, form.filter(), today))
                    .modelAttribute("shown", text.period(period))
                    .modelAttribute("choices", InsightForm.CHOICES)
                    .modelAttribute("month", YearMonth.from(today).minusMonths(1).toString())
                    .status(form.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST).build();
        });
    }

    @GetMapping("/siffror.csv")
    Mono<ResponseEntity<String>> file(@RequestParam MultiValueMap<String, String> asked) {
        return SerialRecord.later(() -> {
            InsightForm form = InsightForm.of(asked);
            if (!form.faults().isEmpty()) {
                return ResponseEntity.badRequest().body("");
            }
            Period period = form.period(days.today());
            return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("insikt-%s--%s.csv".formatted(period.from(), period.to()))
                                    .build().toString())
                    .body(new InsightCsv(text).of(period, form.filter(),
                            insight.tally(period, form.filter())));
        });
    }

    @GetMapping("/manad")
    Mono<Rendering> month(StaffMember member,
            @RequestParam(name = "manad", required = false) @Nullable String asked) {
        return SerialRecord.later(() -> {
            LocalDate today = days.today();
            YearMonth month = InsightForm.month(asked, today);
            return page("editor/insight/manad", member)
                    .modelAttribute("report", insight.report(month, today))
                    .modelAttribute("name", text.month(month))
                    .modelAttribute("before", text.month(month.minusMonths(1)))
                    .modelAttribute("today", text.day(today)).build();
        });
    }

    private Rendering.Builder<?> page(String view, StaffMember member) {
        return Rendering.view(view).modelAttribute("member", member).modelAttribute("editorPlace", "insikt")
                .modelAttribute("text", text).modelAttribute("since", text.day(totals.since()))
                .modelAttribute("retention", InsightText.number(retention))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
