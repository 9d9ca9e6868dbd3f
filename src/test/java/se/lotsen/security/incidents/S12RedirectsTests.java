package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRefusal;

/** S12, Open WebUI CVE-2026-45401: the first address was checked, those it redirected to were not. */
class S12RedirectsTests {

    @Test
    void everyHopIsCheckedAndAServerInsideIsNeverAsked() throws Exception {
        try (Inside allowed = new Inside(); Inside forbidden = new Inside()) {
            String permitted = "127.0.0.1:" + allowed.port();
            allowed.redirecting("/1", forbidden.address() + "/").redirecting("/2", "/1").redirecting("/3",
                    "/2");
            for (String path : List.of("/1", "/2", "/3")) {
                assertThat(Inside.fetch(allowed.address() + path, permitted))
                        .isInstanceOf(FetchOutcome.Refused.class);
            }
            assertThat(forbidden.asked()).isEmpty();
            assertThat(Inside.fetch(allowed.address() + "/", permitted)).isInstanceOf(FetchOutcome.Got.class);
        }
    }

    @Test
    void noMoreThanThreeHopsAreFollowed() throws Exception {
        try (Inside site = new Inside()) {
            site.redirecting("/5", "/4").redirecting("/4", "/3").redirecting("/3", "/2").redirecting("/2",
                    "/");
            String permitted = "127.0.0.1:" + site.port();
            assertThat(Inside.fetch(site.address() + "/4", permitted)).isInstanceOf(FetchOutcome.Got.class);
            assertThat(Inside.fetch(site.address() + "/5", permitted))
                    .isEqualTo(new FetchOutcome.Refused(FetchRefusal.TOO_MANY_REDIRECTS));
        }
    }
}
