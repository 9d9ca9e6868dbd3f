package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * S17, RAGFlow CVE-2025-69286: a share token was derived from the time, and the key from the token. {@code -Dlotsen.tokens=1000000}
 * looks at a million of each kind.
 */
@ServiceTest
class S17TokenRandomnessTests extends TownTests {
    private static final int TOKENS = Integer.getInteger("lotsen.tokens", 20_000);
    private static final int BITS = 256;

    @Test
    void aConversationsTokensAre256BitsWithoutAPattern() throws Exception {
        Constructor<?> maker = Class.forName("se.lotsen.conversation.Admission")
                .getDeclaredConstructor(JdbcClient.class);
        maker.setAccessible(true);
        Object admission = maker.newInstance(town.database);
        Method next = admission.getClass().getDeclaredMethod("newToken");
        next.setAccessible(true);
        assertRandom("conversation token", TOKENS, () -> (String) next.invoke(admission));
    }

    @Test
    void theStaffsKeysAreToo() throws Exception {
        Method next = Class.forName("se.lotsen.chat.StaffToken").getDeclaredMethod("random");
        next.setAccessible(true);
        assertRandom("staff key", TOKENS / 4, () -> (String) next.invoke(null));
    }

    @Test
    void noTokenIsMadeOfWhatIsKnown() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String key = ChatClient.newKey();
            Reply start = town.caller.send("POST", "/api/conversations", Map.of(ChatClient.KEY, key),
                    "application/json", "");
            JsonNode started = JsonMapper.builder().build().readTree(start.body());
            UUID id = UUID.fromString(started.required("id").asString());
            String token = started.required("token").asString();
            assertThat(id.version()).as("no time and no machine in an id").isEqualTo(4);
            assertThat(seen.add(token)).isTrue();
            String hex = java.util.HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token));
            assertThat(hex).doesNotContain(id.toString().replace("-", "").substring(0, 8),
                    key.replace("-", "").substring(0, 8));
            assertThat(i % 10 == 0 ? town.rowsWith(token, hex) : List.of()).as("kept as a hash alone")
                    .isEmpty();
        }
    }

    @Test
    void whatMakesTokensKnowsNoOtherChance() {
        Map<Path, String> makers = Sources.of("src/main/java", "Admission.java", "RandomToken.java",
                "StaffToken.java", "SealedToken.java");
        assertThat(makers).hasSize(4).allSatisfy((file, text) -> assertThat(text).contains("SecureRandom")
                .doesNotContain("new Random(", "ThreadLocalRandom", "nameUUIDFromBytes",
                        "currentTimeMillis"));
    }

    private interface Source {
        String next() throws Exception;
    }

    /** Distinct; each bit one half of the time, alone and together with the one before; neighbours share half of their bits. */
    private static void assertRandom(String kind, int count, Source source) throws Exception {
        Set<String> seen = new HashSet<>(count * 2);
        int[] ones = new int[BITS];
        int[] equal = new int[BITS];
        int[] bytes = new int[256];
        double shared = 0;
        byte[] before = null;
        for (int i = 0; i < count; i++) {
            String token = source.next();
            byte[] raw = Base64.getUrlDecoder().decode(token);
            assertThat(raw).hasSize(BITS / 8);
            assertThat(seen.add(token)).isTrue();
            for (byte one : raw) {
                bytes[one & 0xff]++;
            }
            BitSet bits = BitSet.valueOf(raw);
            bits.stream().forEach(bit -> ones[bit]++);
            if (before != null) {
                BitSet difference = BitSet.valueOf(before);
                difference.xor(bits);
                shared += BITS - difference.cardinality();
                for (int bit = 0; bit < BITS; bit++) {
                    equal[bit] += difference.get(bit) ? 0 : 1;
                }
            }
            before = raw;
        }
        double chi = 0;
        double expected = count * (BITS / 8) / 256.0;
        for (int seenByte : bytes) {
            chi += (seenByte - expected) * (seenByte - expected) / expected;
        }
        double worst = 0;
        for (int bit = 0; bit < BITS; bit++) {
            worst = Math.max(worst, Math.max(sigmas(ones[bit], count), sigmas(equal[bit], count - 1)));
        }
        System.out.printf(Locale.ROOT,
                "| %s | %d tokens, all different | worst bit %.2f sigma | bytes' chi-square %.1f of 255 | shared bits %.3f of 128 |%n",
                kind, count, worst, chi, shared / (count - 1));
        // 512 looks: beyond 5.5 sigma once in 50,000 runs. Chi-square of 255 degrees: mean 255, deviation 22.6.
        assertThat(worst).isLessThan(5.5);
        assertThat(chi).isBetween(255 - 6 * 22.6, 255 + 6 * 22.6);
    }

    private static double sigmas(int ones, int count) {
        return Math.abs(ones - count / 2.0) / Math.sqrt(count / 4.0);
    }
}
