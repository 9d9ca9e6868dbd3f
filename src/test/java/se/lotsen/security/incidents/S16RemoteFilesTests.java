package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRefusal;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.FetchRules;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.Wanted;

/** S16, Dify CVE-2025-56520: a file from any address, of any size, by any method. */
class S16RemoteFilesTests {

    @Test
    void onlyGetIsSentOnlyPagesAreReadAndNothingWithoutAnEnd() throws Exception {
        try (Inside site = new Inside()) {
            String permitted = "127.0.0.1:" + site.port();
            site.on("/film", "video/mp4", "x").on("/stor", "text/html", "a".repeat(40_000_000)).on("/kod",
                    "application/x-sh", "rm -rf");
            assertThat(Inside.fetch(site.address() + "/", permitted)).isInstanceOf(FetchOutcome.Got.class);
            assertThat(Inside.fetch(site.address() + "/film", permitted))
                    .isEqualTo(new FetchOutcome.Refused(FetchRefusal.WRONG_TYPE));
            assertThat(Inside.fetch(site.address() + "/kod", permitted))
                    .isEqualTo(new FetchOutcome.Refused(FetchRefusal.WRONG_TYPE));
            assertThat(Inside.fetch(site.address() + "/stor", permitted))
                    .isEqualTo(new FetchOutcome.Refused(FetchRefusal.TOO_LARGE));
            assertThat(site.asked()).allMatch(request -> request.startsWith("GET "));
        }
    }

    @Test
    void aHostThatIsNotOnTheListIsNotAsked() throws Exception {
        try (Inside site = new Inside()) {
            FetchRules rules = new FetchRules(Set.of(), Set.of("127.0.0.1:" + site.port()), Duration.ZERO,
                    Duration.ofSeconds(5),
                    URI.create("https://fraga.example"));
            try (GuardedFetch door = new GuardedFetch(rules)) {
                assertThat(door.get(new FetchRequest(URI.create(site.address() + "/"),
                        Set.of("lindakra.example"), Wanted.PAGE, Duration.ZERO, null, null)))
                        .isEqualTo(new FetchOutcome.Refused(FetchRefusal.HOST_NOT_ALLOWED));
            }
            assertThat(site.asked()).isEmpty();
        }
    }
}
