package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.delivery.Making.Reason;

/** Contacts as citizens write them. */
class ContactCheckTests {

    @ParameterizedTest
    @CsvSource({"070-174 06 05,+46701740605", "+46 (0)70 174 06 05,+46701740605",
            "0046701740605,+46701740605",
            "031-390 06 00,+46313900600", "+358 40 123 4567,+358401234567"})
    void aNumberIsReadWithItsCountry(String written, String read) {
        assertThat(ContactCheck.read(PromiseKind.CALL_BACK, written).detail())
                .isEqualTo(new ContactDetail(ContactDetail.Kind.PHONE, read));
    }

    @ParameterizedTest
    @CsvSource({"hej,NOT_A_PHONE_NUMBER", "12345,NOT_A_PHONE_NUMBER",
            "070-174 06 05 69 12 13,NOT_A_PHONE_NUMBER",
            "19121212-1212,NOT_A_PHONE_NUMBER", "0900-123 45 67,PHONE_NUMBER_NOT_CALLED",
            "070-174 06 05 ext 5,NOT_A_PHONE_NUMBER", "'',MISSING", "'  ',MISSING"})
    void whatCannotBeCalledIsRefused(String written, Reason reason) {
        assertThat(ContactCheck.read(PromiseKind.CALL_BACK, written).refused()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"anna.ek@exempel.se", "anna+kommun@bostäder.exempel.se", "a@b.co"})
    void anAddressIsRead(String written) {
        assertThat(ContactCheck.read(PromiseKind.EMAIL, " " + written + " ").detail())
                .isEqualTo(new ContactDetail(ContactDetail.Kind.EMAIL, written));
    }

    @ParameterizedTest
    @CsvSource({"anna", "anna@exempel", "anna@@exempel.se", "anna ek@exempel.se", "a@b.se;c@d.se",
            "'Anna <anna@exempel.se>'", "anna..ek@exempel.se", "'anna@exempel.se,b@c.se'"})
    void whatIsNoAddressIsRefused(String written) {
        assertThat(ContactCheck.read(PromiseKind.EMAIL, written).refused())
                .isEqualTo(Reason.NOT_AN_EMAIL_ADDRESS);
    }

    @Test
    void aLineBreakNeverReachesAMailHeader() {
        assertThat(ContactCheck.read(PromiseKind.EMAIL, "anna@exempel.se\r\nBcc: b@c.se").refused())
                .isEqualTo(Reason.NOT_AN_EMAIL_ADDRESS);
    }

    @Test
    void aMessageNeedsNoContactAndKeepsNone() {
        assertThat(ContactCheck.read(PromiseKind.MESSAGE, "070-174 06 05"))
                .isEqualTo(ContactCheck.Read.NOTHING);
    }

    @Test
    void aContactIsNotPrintedByAccident() {
        assertThat(ContactCheck.read(PromiseKind.CALL_BACK, "070-174 06 05").detail())
                .hasToString("ContactDetail[PHONE]");
    }
}
