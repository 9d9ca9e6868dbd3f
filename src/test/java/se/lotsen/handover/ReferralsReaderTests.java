package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;

class ReferralsReaderTests {
    private static final String SOUND = """
            referrals:
              - id: skatteverket
                name: Skatteverket
                phone: "0771-567 567"
                url: https://www.skatteverket.se
                note: Deklaration.
                matters:
                  - skatt
                  - folkbokföring
              - id: jo
                name: JO
                url: https://www.jo.se
                matters: [jo-anmälan]
            """;

    @Test
    void readsReferralsInOrder() {
        assertThat(ReferralsReader.read(SOUND)).isEqualTo(new EditorsFile.Reading<>(Optional.of(List.of(
                new Referral("skatteverket", "Skatteverket", List.of("skatt", "folkbokföring"),
                        "0771-567 567",
                        "https://www.skatteverket.se", "Deklaration."),
                new Referral("jo", "JO", List.of("jo-anmälan"), null, "https://www.jo.se", null))),
                List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0771-567 567 | ring | 4 | INVALID_VALUE | referrals[1].phone",
            "https://www.skatteverket.se | www.skatteverket.se | 5 | INVALID_VALUE | referrals[1].url",
            "- folkbokföring | - '' | 9 | MISSING_FIELD | referrals[1].matters[2]",
            "- folkbokföring | - | 9 | MISSING_FIELD | referrals[1].matters[2]",
            "[jo-anmälan] | [] | 13 | MISSING_FIELD | referrals[2].matters",
            "note: | notis: | 6 | UNKNOWN_FIELD | notis",
            "[jo-anmälan] | jo-anmälan | 13 | INVALID_VALUE | referrals[2].matters"})
    void leavesOutAFileWithAFaultAndReportsItsLine(String sound, String broken, int line, Code code,
            String field) {
        EditorsFile.Reading<List<Referral>> reading = ReferralsReader.read(SOUND.replace(sound, broken));

        assertThat(reading.findings()).containsExactly(Finding.of("referrals.yaml", line, code, field));
        assertThat(reading.value()).isEmpty();
    }

    @Test
    void reportsARepeatedId() {
        assertThat(ReferralsReader.read(SOUND.replace("id: jo", "id: skatteverket")).findings())
                .containsExactly(
                        Finding.of("referrals.yaml", 10, Code.DUPLICATE_ID, "skatteverket",
                                "referrals.yaml:2"));
    }
}
