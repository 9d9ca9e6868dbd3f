package se.lotsen.radar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.storage.SerialRecord;
import se.lotsen.editor.EditorRights;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.staff.StaffMember;
import se.lotsen.inspection.FaultKind;

/** The radar's pages: a list of faults, one fault, and what can be done about it. Plain forms, each with a redirect. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/radar")
class RadarController {
    private static final String LIST = "/editor/radar";
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final Radar radar;
    private final RadarUpkeep upkeep;
    private final Reviews reviews;
    private final KnowledgeWatch watch;
    private final WeeklyText text;
    private final RadarCsv csv;
    private final MessageSource messages;

    RadarController(Radar radar, RadarUpkeep upkeep, Reviews reviews, KnowledgeWatch watch, WeeklyText text,
            MessageSource messages) {
        this.radar = radar;
        this.upkeep = upkeep;
        this.reviews = reviews;
        this.watch = watch;
        this.text = text;
        this.messages = messages;
        this.csv = new RadarCsv(messages, text);
    }

    /** A line of the list. */
    record Row(Report.Entry entry, String detail) {
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member, @RequestParam MultiValueMap<String, String> form) {
        return SerialRecord.later(() -> {
            Report report = radar.report();
            RadarFilter filter = RadarFilter.of(form);
            return page("list", member)
                    .modelAttribute("report", report)
                    .modelAttribute("zone", radar.zone())
                    .modelAttribute("rows",
                            report.entries().stream().filter(filter::shows).map(this::row).toList())
                    .modelAttribute("filter", filter)
                    .modelAttribute("kinds", FaultKind.values())
                    .modelAttribute("states", RadarFilter.State.values())
                    .modelAttribute("owners", owners(report))
                    .modelAttribute("progress", radar.progress())
                    .modelAttribute("done", done(form)).build();
        });
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(StaffMember member, @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form) {
        return SerialRecord.later(() -> fault(member, id, done(form), "", Map.of(), HttpStatus.OK));
    }

    @GetMapping("/radar.csv")
    Mono<ResponseEntity<String>> file(@RequestParam MultiValueMap<String, String> form) {
        return SerialRecord.later(() -> {
            RadarFilter filter = RadarFilter.of(form);
            return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                            .filename("radar-" + radar.today() + ".csv").build().toString())
                    .body(csv.of(radar.report().entries().stream().filter(filter::shows).toList()));
        });
    }

    @PostMapping("/titta")
    Mono<Rendering> look() {
        return SerialRecord.later(() -> {
            upkeep.wish();
            return to(LIST + "?gjort=titta");
        });
    }

    @PostMapping("/{id}/avfarda")
    Mono<Rendering> dismiss(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            String typed = form.getFirst("skal");
            String reason = typed == null ? "" : typed.strip();
            if (reason.isEmpty() || reason.length() > Dismissal.LONGEST_REASON) {
                return fault(member, id, "", reason, Map.of("skal", "radar.reason.wrong"),
                        HttpStatus.BAD_REQUEST);
            }
            radar.dismiss(id, reason, member.actor()).orElseThrow(RadarController::notThere);
            return to(LIST + "/" + id + "?gjort=avfardat");
        }));
    }

    @PostMapping("/{id}/angra")
    Mono<Rendering> restore(StaffMember member, @PathVariable String id) {
        return SerialRecord.later(() -> {
            radar.restore(id, member.actor());
            return to(LIST + "/" + id + "?gjort=angrat");
        });
    }

    /** Somebody who may publish has read the page and says that it is still right. */
    @PostMapping("/sidor/{page}/aktuell")
    Mono<Rendering> confirm(StaffMember member, @PathVariable String page) {
        if (!new EditorRights(member).publishes()) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return SerialRecord.later(() -> {
            Page known = watch.library().page(page).orElseThrow(RadarController::notThere);
            try {
                reviews.confirm(known, radar.today(), member.actor(),
                        messages.getMessage("radar.confirm.note", null, SWEDISH));
            } catch (ArchiveRefusal refusal) {
                return to(LIST + "?gjort=ej-aktuell");
            }
            radar.lookAtPages();
            return to(LIST + "?gjort=aktuell");
        });
    }

    private Rendering fault(StaffMember member, String id, String done, String reason,
            Map<String, String> faults, HttpStatus status) {
        Report.Entry entry = radar.report().entry(id).orElseThrow(RadarController::notThere);
        LocalDate today = radar.today();
        return page("fault", member)
                .modelAttribute("row", row(entry))
                .modelAttribute("places", entry.fault().places().toList())
                .modelAttribute("today", today)
                .modelAttribute("since", LocalDate.ofInstant(entry.since(), radar.zone()))
                .modelAttribute("reason", reason)
                .modelAttribute("longest", Dismissal.LONGEST_REASON)
                .modelAttribute("faults", faults)
                .modelAttribute("done", done)
                .status(status).build();
    }

    private static Rendering.Builder<?> page(String view, StaffMember member) {
        return Rendering.view("editor/radar/" + view).modelAttribute("member", member)
                .modelAttribute("editorPlace", "radar")
                .modelAttribute("rights", new EditorRights(member))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Row row(Report.Entry entry) {
        return new Row(entry, text.detail(entry.fault()));
    }

    private static Set<String> owners(Report report) {
        Set<String> owners = new TreeSet<>();
        report.entries().forEach(entry -> entry.fault().places().forEach(place -> owners.add(place.owner())));
        return owners;
    }

    private static String done(MultiValueMap<String, String> form) {
        String done = form.getFirst("gjort");
        return done != null && List.of("titta", "avfardat", "angrat", "aktuell", "ej-aktuell").contains(done)
                ? done
                : "";
    }

    private static Rendering to(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
