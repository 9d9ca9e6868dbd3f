package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRefusal;
import se.lotsen.fetching.WebAddress;

/**
 * S14, Flowise GHSA-2x8m-83vc-6wv4: the name was resolved once for the check and again for the connection, and the guard was off by
 * default. That a name cannot change its address in between is shown by {@code GuardedFetchTests}; here that no way of writing an
 * address inside a network passes without any configuration.
 */
class S14RebindingTests {

    @Test
    void noWayOfWritingAnAddressInsidePassesWithoutConfiguration() throws Exception {
        Set<String> forms = new TreeSet<>();
        for (int[] ip : new int[][]{{127, 0, 0, 1}, {127, 1, 2, 3}, {10, 0, 0, 1}, {169, 254, 169, 254},
                {192, 168, 0, 1}, {172, 16, 0, 1},
                {0, 0, 0, 0}, {100, 64, 0, 1}, {198, 18, 0, 1}, {224, 0, 0, 1}}) {
            forms.addAll(forms(ip));
        }
        forms.addAll(List.of("localhost", "LOCALHOST", "localhost.", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]",
                "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]",
                "ip6-localhost", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[ff02::1]"));
        int refused = 0;
        try (Inside inside = new Inside()) {
            for (String form : forms) {
                for (String port : List.of(":" + inside.port(), "")) {
                    for (String scheme : List.of("http://", "https://")) {
                        Optional<URI> address = WebAddress.of(scheme + form + port + "/");
                        if (address.isPresent()) {
                            assertThat(Inside.fetch(address.get().toString())).as(form)
                                    .isInstanceOfSatisfying(FetchOutcome.Refused.class,
                                            outcome -> assertThat(outcome.reason()).as(form).isNotIn(
                                                    FetchRefusal.TOO_SLOW, FetchRefusal.UNREACHABLE));
                        }
                        refused++;
                    }
                }
            }
            assertThat(inside.asked()).isEmpty();
        }
        System.out.printf("| addresses inside a network | %d forms | 0 reached |%n", refused);
        assertThat(refused).isGreaterThanOrEqualTo(400);
    }

    private static Set<String> forms(int[] ip) {
        long all = ((long) ip[0] << 24) | (ip[1] << 16) | (ip[2] << 8) | ip[3];
        int tail = (ip[1] << 16) | (ip[2] << 8) | ip[3];
        return Set.of("%d.%d.%d.%d".formatted(ip[0], ip[1], ip[2], ip[3]), Long.toString(all),
                "0x%08x".formatted(all), "0X%X".formatted(all),
                "0x%x.0x%x.0x%x.0x%x".formatted(ip[0], ip[1], ip[2], ip[3]),
                "%d.%d".formatted(ip[0], tail), "%d.%d.%d".formatted(ip[0], ip[1], (ip[2] << 8) | ip[3]),
                "[::ffff:%d.%d.%d.%d]".formatted(ip[0], ip[1], ip[2], ip[3]),
                "[::%d.%d.%d.%d]".formatted(ip[0], ip[1], ip[2], ip[3]),
                "%d.%d.%d.%d.".formatted(ip[0], ip[1], ip[2], ip[3]));
    }
}
