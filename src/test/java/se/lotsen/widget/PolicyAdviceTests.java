package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.widget.PolicyAdvice.Purpose;

class PolicyAdviceTests {
    private static final String OURS = "https://chatt.kommun.example";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "img-src * | NOT_LIMITED | |",
            "default-src 'self' | ADD | default-src | script-src 'self' https://chatt.kommun.example",
            "default-src 'none' | ADD | default-src | script-src https://chatt.kommun.example",
            "default-src 'none'; script-src 'self' 'nonce-a' | EXTEND | script-src | script-src 'self' 'nonce-a' https://chatt.kommun.example",
            "script-src 'self'; script-src-elem 'none' | EXTEND | script-src-elem | script-src-elem https://chatt.kommun.example",
            "script-src 'nonce-abc' 'strict-dynamic' https: | NONCE | script-src |",
            "default-src 'STRICT-DYNAMIC' 'nonce-x' | NONCE | default-src |",
            "script-src https: | ALLOWED | script-src |", "script-src * | ALLOWED | script-src |",
            "SCRIPT-SRC *.Kommun.example | ALLOWED | script-src |",
            "script-src http://chatt.kommun.example | ALLOWED | script-src |",
            "script-src chatt.kommun.example:443 | ALLOWED | script-src |",
            "script-src chatt.kommun.example:* | ALLOWED | script-src |",
            "script-src https://chatt.kommun.example/loader.js | ALLOWED | script-src |",
            "script-src https://chatt.kommun.example/js/ | EXTEND | script-src | script-src https://chatt.kommun.example/js/ https://chatt.kommun.example",
            "script-src chatt.kommun.example:8443 | EXTEND | script-src | script-src chatt.kommun.example:8443 https://chatt.kommun.example",
            "script-src *.chatt.kommun.example | EXTEND | script-src | script-src *.chatt.kommun.example https://chatt.kommun.example",
            "script-src 'none'; script-src * | EXTEND | script-src | script-src https://chatt.kommun.example"})
    void scriptsNeed(String policy, String verdict, String directive, String write) {
        check(policy, Purpose.SCRIPT, verdict, directive, write);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "script-src 'self' | NOT_LIMITED | |",
            "default-src 'self' | ADD | default-src | frame-src 'self' https://chatt.kommun.example",
            "default-src *; child-src 'self' blob: | ADD | child-src | frame-src 'self' blob: https://chatt.kommun.example",
            "frame-src 'none'; child-src * | EXTEND | frame-src | frame-src https://chatt.kommun.example",
            "frame-src | EXTEND | frame-src | frame-src https://chatt.kommun.example",
            "frame-src https://chatt.kommun.example/loader.js | EXTEND | frame-src | frame-src https://chatt.kommun.example/loader.js https://chatt.kommun.example",
            "frame-src https://chatt.kommun.example | ALLOWED | frame-src |",
            "default-src 'strict-dynamic' https://*.kommun.example | ALLOWED | default-src |"})
    void framesNeed(String policy, String verdict, String directive, String write) {
        check(policy, Purpose.FRAME, verdict, directive, write);
    }

    private static void check(String policy, Purpose purpose, String verdict, String directive,
            String write) {
        assertThat(PolicyAdvice.of(policy, OURS)).singleElement().satisfies(one -> assertThat(one)
                .filteredOn(line -> line.purpose() == purpose).singleElement().satisfies(line -> {
                    assertThat(line.verdict()).hasToString(verdict);
                    assertThat(line.directive()).isEqualTo(directive == null ? "" : directive);
                    assertThat(line.write()).isEqualTo(write == null ? "" : write);
                }));
    }

    /** What is written as advised is allowed: nobody has to come back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"default-src 'none'",
            "frame-src 'none'; script-src 'self'",
            "child-src 'self'; default-src 'self'"})
    void theAdvisedPolicyLetsUsIn(String policy) {
        StringBuilder written = new StringBuilder();
        PolicyAdvice.of(policy, OURS).getFirst().forEach(line -> written.append(line.write()).append("; "));
        assertThat(PolicyAdvice.of(written + policy, OURS).getFirst())
                .extracting(line -> line.verdict().name())
                .containsOnly("ALLOWED");
    }

    @Test
    void headersMetaElementsAndSeveralPoliciesAreRead() {
        assertThat(PolicyAdvice.of(
                "Content-Security-Policy: default-src 'self'\nContent-Security-Policy:\n img-src *", OURS))
                .hasSize(2);
        assertThat(PolicyAdvice.of("default-src 'self', script-src 'none'", OURS)).hasSize(2);
        assertThat(PolicyAdvice.of(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; frame-src 'none'\">",
                OURS))
                .anySatisfy(one -> assertThat(one.getFirst().write())
                        .isEqualTo("script-src 'self' https://chatt.kommun.example"));
        assertThat(PolicyAdvice.of(" ; , ", OURS)).isEmpty();
    }
}
