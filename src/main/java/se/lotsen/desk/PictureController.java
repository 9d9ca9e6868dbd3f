package se.lotsen.desk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** The supervisors' picture: a page, its tables alone for the script, and a file. The staff's entrance lets nobody else in. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/desk/lage")
class PictureController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final DeskPages pages;
    private final Overview overview;
    private final PictureCsv csv;

    PictureController(DeskPages pages, Overview overview, MessageSource messages) {
        this.pages = pages;
        this.overview = overview;
        this.csv = new PictureCsv(messages);
    }

    @GetMapping
    Mono<Rendering> page(StaffMember member) {
        return pages.here(member).flatMap(who -> DeskPages.later(() -> pages
                .page("desk/lage", member, who, Said.NOTHING)
                .modelAttribute("picture", overview.picture()).build()));
    }

    @GetMapping("/tabeller")
    Mono<Rendering> tables(StaffMember member) {
        return pages.here(member).flatMap(who -> DeskPages.later(() -> DeskPages
                .fragment("desk/lage-tables :: tables")
                .modelAttribute("picture", overview.picture()).build()));
    }

    @GetMapping("/siffror.csv")
    Mono<ResponseEntity<String>> file(StaffMember member) {
        return pages.here(member).flatMap(who -> DeskPages.later(() -> {
            Picture picture = overview.picture();
            LocalDate day = picture.at().toLocalDate();
            return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                            .filename("lage-" + day + ".csv").build().toString())
                    .body(csv.of(picture));
        }));
    }
}
