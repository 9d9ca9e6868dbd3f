package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

class EmailMaskingTests {
    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final SeededRandom random = new SeededRandom();

    @ParameterizedTest
    @ValueSource(strings = {"kim@exempel.se", "Kim.Ek-Berg+kommun@mail.exempel.co.uk", "kim_ek99@exempel.nu",
            "åsa.öberg@småstad.se", "asa@xn--smstad-jua.se", "kim@exempel.museum", "KIM@EXEMPEL.SE", "k@x.se",
            "kim＠exempel.se", "kim@exempel．se", "kim@\u200bexempel.se", "ki\u00adm@exempel.se",
            "كريم@مثال.سوريا",
            "kim (at) exempel.se", "kim(at)exempel.se", "kim [at] exempel.se", "kim {at} exempel (dot) se",
            "kim snabel-a exempel.se", "kim snabela exempel punkt se", "kim snabel a exempel.se",
            "kim(snabel-a)exempel.se",
            "kim(a)exempel.se", "kim @ exempel.se", "kim@ exempel.se", "kim @exempel.se", "kim.ek@gmail",
            "19900101-0017@exempel.se", "0701740605@exempel.se", "4111111111111111@exempel.se",
            "o'neill@exempel.ie"})
    void hidesAddressesInTheirSpellings(String written) {
        MaskedText masked = mask.mask("Skriv till " + written + ", tack");
        assertThat(masked.value()).isEqualTo("Skriv till [e-postadress], tack");
        assertThat(masked.hidden()).containsExactly(PersonalDataKind.EMAIL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Min adress är kim@exempel.se.                   | Min adress är [e-postadress].
            Min adress är kim@exempel.se.Tack för hjälpen   | Min adress är [e-postadress].Tack för hjälpen
            <kim@exempel.se>                                | <[e-postadress]>
            "Kim Ek" <kim@exempel.se>; bo@exempel.se        | "Kim Ek" <[e-postadress]>; [e-postadress]
            mailto:kim@exempel.se?subject=hej               | mailto:[e-postadress]?subject=hej
            kim@exempel.se/bo@exempel.se                    | [e-postadress]/[e-postadress]
            'kim@exempel.se'                                | '[e-postadress]'
            kim@exempel.se-adressen                         | [e-postadress]-adressen
            https://x.se/?e=kim@exempel.se&a=1              | https://x.se/?e=[e-postadress]&a=1
            kim@exempel.se0701740605                        | [e-postadress][telefonnummer]
            """)
    void hidesAddressesInSentences(String raw, String masked) {
        assertThat(mask.mask(raw).value()).isEqualTo(masked);
    }

    @Test
    void hidesGeneratedAddresses() {
        String letters = "abcdefghijklmnopqrstuvwxyzåäöé0123456789";
        for (int i = 0; i < 5_000; i++) {
            String local = word(letters) + random.oneOf(List.of("", ".", "_", "-", "+")) + word(letters);
            String written = local + "@" + word(letters)
                    + random.oneOf(List.of(".se", ".com", ".nu", ".co.uk", ".info"));
            assertThat(mask.mask("Min e-post: " + written + "!").value()).as("%s (%s)", written, random)
                    .isEqualTo("Min e-post: [e-postadress]!");
        }
    }

    private String word(String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.between(1, 12); i > 0; i--) {
            word.append(letters.charAt(random.below(letters.length())));
        }
        return word.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@lindakra", "Vi ses @ kl 10.30", "10 st @ 25 kr", "a@", "@", "@@@", "kim@",
            "kim (at) hemma",
            "punkt (a) gäller", "5 § (a) exempel.se", "snabel-a", "det kallas snabel-a i dag", "c@fe",
            "https://medium.com/@kommunen", "https://karta.se/@59.32,18.07"})
    void leavesWhatIsNoAddress(String text) {
        assertThat(mask.mask(text).value()).isEqualTo(text);
    }
}
