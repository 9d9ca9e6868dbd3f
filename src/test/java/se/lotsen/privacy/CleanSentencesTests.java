package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanSentencesTests {
    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());

    static List<String> sentences() throws IOException {
        try (InputStream in = CleanSentencesTests.class.getResourceAsStream("clean-sentences.txt")) {
            String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void leavesMunicipalProseUntouched(String sentence) {
        MaskedText masked = mask.mask(sentence);
        assertThat(masked.value()).isEqualTo(sentence);
        assertThat(masked.hidden()).isEmpty();
    }

    @Test
    void leavesAllSentencesTogetherUntouched() throws IOException {
        String text = String.join("\n", sentences());
        assertThat(mask.mask(text).value()).isEqualTo(text);
    }

    @Test
    void coversAtLeastTwoHundredSentences() throws IOException {
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    }
}
