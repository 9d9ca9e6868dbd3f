package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.WebAddress;

/** S13, Open WebUI CVE-2026-45400: the check read one host in an address and the client another. */
class S13TwoParsersTests {

    @Test
    void anAddressWithTwoReadingsReachesNobody() throws Exception {
        try (Inside inside = new Inside()) {
            int tried = 0;
            for (String trusted : List.of("lindakra.example", "www.lindakra.example:80", "93.184.216.34")) {
                for (String joint : List.of("@", "\\@", ":80@", "%40", "#@", "\\", "%5c@", "\t@", "\n@", " @",
                        ":@", "?@", ";@", "%00@", "／", "。")) {
                    String written = "http://" + trusted + joint + "127.0.0.1:" + inside.port() + "/";
                    Optional<URI> read = WebAddress.of(written);
                    if (read.isPresent() && !read.get().getHost().endsWith("lindakra.example")
                            && !read.get().getHost().equals("93.184.216.34")) {
                        assertThat(Inside.fetch(read.get().toString())).as(written)
                                .isInstanceOf(FetchOutcome.Refused.class);
                    }
                    tried++;
                }
            }
            assertThat(tried).isEqualTo(48);
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void onlyOneClassReadsAddressesThatAreFetched() {
        assertThat(Sources.containing(Sources.of("src/main/java/se/lotsen/importing", ".java"),
                "new URL\\(|\\.openStream\\(|\\.openConnection\\(")).isEmpty();
        assertThat(
                Sources.containing(Sources.of("src/main/java", ".java"), "\\.openConnection\\(|new URL\\("))
                .isEmpty();
    }
}
