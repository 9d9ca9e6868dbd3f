package se.lotsen.widget;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands out the script of the tag, to any site: who may show the chat is decided where the chat is. */
@Controller
@ConditionalOnWebApplication
class LoaderController {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final LoaderScript loader;

    LoaderController(LoaderScript loader) {
        this.loader = loader;
    }

    @GetMapping("/loader.js")
    ResponseEntity<byte[]> loader() {
        LoaderScript.Served now = loader.now();
        return ResponseEntity.ok().eTag(now.tag()).cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                // Also for sites that let in only what says so (Cross-Origin-Embedder-Policy).
                .header("Cross-Origin-Resource-Policy", "cross-origin").contentType(JAVASCRIPT)
                .body(now.script());
    }
}
