package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicContactsTests {
    private record Contacts(Set<String> phones, Set<String> emails,
            Set<String> emailDomains) implements PublicContacts {
    }

    private final PersonalDataMask mask = new PersonalDataMask(
            new Contacts(Set.of("0980-31 92 00", "+46 70 174 06 05", "0705-15 12 31", "112", "växeln"),
                    Set.of("Bygglov@exempel.se", "trasig"),
                    Set.of("lindåkra.se", "lindakra.se", "-ogiltig-.se")));

    @ParameterizedTest
    @ValueSource(strings = {"0980-31 92 00", "0980-319200", "0980319200", "0980/31 92 00", "+46 980 31 92 00",
            "+46 (0)980-31 92 00", "0046980319200", "070-174 06 05", "0701740605", "46701740605",
            "０９８０－３１９２００", "0980\u00a0319\u00a0200"})
    void keepsTheMunicipalitysNumbersInEverySpelling(String written) {
        assertThat(mask.mask("Ring " + written + " eller 112").value())
                .isEqualTo("Ring " + written + " eller 112");
    }

    @Test
    void keepsAnOwnNumberThatCouldBeAnIdentityNumberToo() {
        assertThat(new PersonalDataMask(PublicContacts.none()).mask("0705151231").value())
                .isEqualTo("[personnummer]");
        assertThat(mask.mask("0705151231").value()).isEqualTo("0705151231");
        assertThat(mask.mask("070515-1231").value()).isEqualTo("[personnummer]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bygglov@exempel.se", "BYGGLOV@Exempel.SE", "bygglov (at) exempel.se",
            "anna.ek@lindakra.se",
            "kontakt@lindåkra.se", "kontakt@LINDÅKRA.SE", "kontakt@linda\u030akra.se",
            "kontakt@xn--lindkra-hxa.se",
            "kontakt snabel-a lindåkra punkt se"})
    void keepsTheMunicipalitysAddresses(String written) {
        MaskedText masked = mask.mask("Skriv till " + written + ".");
        assertThat(masked.value()).isEqualTo("Skriv till " + CleanText.of(written) + ".");
        assertThat(masked.hidden()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0980-31 92 01                        | [telefonnummer]
            0980-31 92 00 eller 0980-31 92 01    | 0980-31 92 00 eller [telefonnummer]
            0980-31 92 00 0980-31 92 01          | 0980-31 92 00 [telefonnummer]
            kim@exempel.se                       | [e-postadress]
            elev@skola.lindakra.se               | [e-postadress]
            kim@lindakra.se.exempel.com          | [e-postadress]
            kim@inte-lindakra.se                 | [e-postadress]
            """)
    void hidesWhatIsNotExactlyTheMunicipalitys(String raw, String masked) {
        assertThat(mask.mask(raw).value()).isEqualTo(masked);
    }

    @Test
    void followsContactsThatChange() {
        Set<String> phones = new HashSet<>();
        PersonalDataMask changing = new PersonalDataMask(new Contacts(phones, Set.of(), Set.of()));
        assertThat(changing.mask("0980-31 92 00").value()).isEqualTo("[telefonnummer]");
        phones.add("0980-31 92 00");
        assertThat(changing.mask("0980-31 92 00").value()).isEqualTo("0980-31 92 00");
    }
}
