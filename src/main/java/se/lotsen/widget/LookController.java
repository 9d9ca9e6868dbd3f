package se.lotsen.widget;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The municipality's colours as a style sheet, and its mark. */
@Controller
@ConditionalOnWebApplication
class LookController {
    /** An editor's change is seen within this time. */
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml");
    /** Opened by itself, an SVG is a page of our origin: it may draw, and nothing else. */
    private static final String ONLY_DRAWS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final CurrentLook look;

    LookController(CurrentLook look) {
        this.look = look;
    }

    @GetMapping("/look.css")
    ResponseEntity<byte[]> css() {
        byte[] css = look.now().css().getBytes(StandardCharsets.UTF_8);
        return kept(css).contentType(CSS).body(css);
    }

    @GetMapping("/look/logo")
    ResponseEntity<byte[]> logo() {
        Logo logo = look.now().logo();
        if (logo == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return kept(logo.bytes()).contentType(logo.svg() ? SVG : MediaType.IMAGE_PNG)
                .header("Content-Security-Policy", ONLY_DRAWS).body(logo.bytes());
    }

    private static ResponseEntity.BodyBuilder kept(byte[] content) {
        return ResponseEntity.ok().eTag(Tag.of(content))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic());
    }
}
