package se.lotsen.gaps;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.storage.SerialRecord;
import se.lotsen.staff.StaffMember;

/** The list of gaps. The staff's entrance lets only those in who work with pages. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/luckor")
class GapsController {
    private final GapPages pages;
    private final GapBook book;

    GapsController(GapPages pages, GapBook book) {
        this.pages = pages;
        this.book = book;
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member, @RequestParam MultiValueMap<String, String> form) {
        return SerialRecord.later(() -> pages.list(member, GapList.of(form)));
    }

    /** Looks at the questions at once. */
    @PostMapping("/uppdatera")
    Mono<Rendering> look() {
        return SerialRecord.later(() -> {
            book.look();
            return to("/editor/luckor");
        });
    }

    /** The browser asks for the address anew, so that a reload sends no form again. */
    static Rendering to(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }
}
