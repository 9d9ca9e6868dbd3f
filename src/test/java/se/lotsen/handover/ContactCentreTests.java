package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static se.lotsen.handover.SampleFiles.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactCentreTests {
    private static final HandoverFiles SHIPPED = new HandoverFiles(
            new se.lotsen.knowledge.KnowledgeFolder(SampleFiles.FOLDER));

    @Test
    void saysWhenAnOpenContactCloses() {
        assertThat(availability("bygglov", "2026-11-23T09:00")).isEqualTo(new Availability(true,
                at("2026-11-23T12:00"), null, SHIPPED.counter().contact("bygglov").orElseThrow()));
    }

    @Test
    void saysWhenAClosedContactOpens() {
        assertThat(availability("bygglov", "2026-11-22T09:00")).isEqualTo(new Availability(false, null,
                at("2026-11-23T09:00"), SHIPPED.counter().contact("bygglov").orElseThrow()));
    }

    @Test
    void givesTheMainEntranceForAnUnknownKey() {
        assertThat(availability("felstavat", "2026-11-23T09:00").contact().id()).isEqualTo("kontaktcenter");
    }

    @Test
    void isClosedWithoutAnOpeningWhileHoursAreUnknown(@TempDir Path folder) throws IOException {
        Files.copy(SampleFiles.FOLDER.resolve("contacts.yaml"), folder.resolve("contacts.yaml"));
        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));
        Clock clock = clock("2026-11-23T09:00");
        Availability availability = new ContactCentre(files, clock).availability("bygglov");

        assertThat(availability.openNow()).isFalse();
        assertThat(availability.nextOpening()).isNull();
        assertThat(new AvailabilityText(files, clock).of(availability))
                .isEqualTo("Öppettiden är inte känd just nu");
    }

    @Test
    void refusesToInventAContact(@TempDir Path folder) {
        ContactCentre centre = new ContactCentre(
                new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder)),
                clock("2026-11-23T09:00"));

        assertThatIllegalStateException().isThrownBy(() -> centre.availability("bygglov"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "kontaktcenter | 2026-11-23T09:00 | Öppet till kl. 16.30 i dag",
            "kontaktcenter | 2026-11-21T10:00 | Stängt. Öppnar måndag 23 november kl. 8.00",
            "kontaktcenter | 2026-11-22T10:00 | Stängt. Öppnar i morgon kl. 8.00",
            "kontaktcenter | 2026-11-23T07:59 | Stängt. Öppnar i dag kl. 8.00",
            "kontaktcenter | 2026-11-23T00:10 | Stängt. Öppnar i dag kl. 8.00",
            "kontaktcenter | 2027-03-27T23:30 | Stängt. Öppnar tisdag 30 mars kl. 8.00",
            "kontaktcenter | 2027-10-31T23:30 | Stängt. Öppnar i morgon kl. 8.00",
            "simhall | 2026-12-26T23:30 | Stängt. Öppnar i morgon kl. 10.00",
            "utbildning | 2026-11-23T12:10 | Stängt. Öppnar i dag kl. 13.00",
            "socialjour | 2026-11-21T23:30 | Öppet till kl. 2.00 i natt",
            "socialjour | 2026-11-22T01:30 | Öppet till kl. 2.00 i natt",
            "va-jour | 2026-12-24T04:00 | Öppet dygnet runt",
            "simhall | 2026-12-30T12:00 | Öppet till kl. 17.00 i dag"})
    void saysItInSwedish(String contact, String now, String text) {
        assertThat(text(contact, now)).isEqualTo(text);
    }

    @Test
    void sendsToTheEmergencyNumberWhenTheSocialEmergencyLineIsClosed() {
        assertThat(text("socialjour", "2026-11-22T02:30"))
                .startsWith("Stängt. Öppnar i dag kl. 16.00. Ring 112 ").doesNotEndWith(".");
        assertThat(text("socialjour", "2026-11-22T01:30")).doesNotContain("112");
    }

    @Test
    void saysFarDatesWithTheirYearAndLongOpeningsWithTheirDate() {
        AvailabilityText text = new AvailabilityText(SHIPPED, clock("2026-11-22T10:00"));
        ContactPoint contact = SHIPPED.counter().contact("gata").orElseThrow();

        assertThat(text.of(new Availability(false, null, at("2027-08-02T10:00"), contact)))
                .isEqualTo("Stängt. Öppnar måndag 2 augusti 2027 kl. 10.00");
        assertThat(text.of(new Availability(true, at("2026-11-24T20:00"), null, contact)))
                .isEqualTo("Öppet till tisdag 24 november kl. 20.00");
        assertThat(text.of(new Availability(true, at("2026-11-23T20:00"), null, contact)))
                .isEqualTo("Öppet till kl. 20.00 i morgon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en            | 2026-11-23T10:00 | Open until 16:30 today
            en            | 2026-11-22T10:00 | Closed. Opens tomorrow at 8:00
            en            | 2026-11-21T10:00 | Closed. Opens on Monday 23 November at 8:00
            fi            | 2026-11-23T10:00 | Avoinna tänään klo 16.30 asti
            fi            | 2026-11-21T10:00 | Suljettu. Avataan maanantaina 23. marraskuuta klo 8.00
            ar            | 2026-11-23T10:00 | مفتوح اليوم حتى الساعة 16:30
            ar            | 2026-11-21T10:00 | مغلق. يفتح يوم الاثنين 23 نوفمبر الساعة 8:00
            so            | 2026-11-23T06:00 | Wuu xiran yahay. Wuxuu furmayaa maanta saacadda 8:00
            so            | 2026-11-21T10:00 | Wuu xiran yahay. Wuxuu furmayaa Isniin 23 Noofeembar saacadda 8:00
            sv-x-lattlast | 2026-11-23T10:00 | Det är öppet. Vi stänger klockan 16.30 i dag
            sv-x-lattlast | 2026-11-21T10:00 | Det är stängt nu. Vi öppnar måndag 23 november klockan 8.00
            de            | 2026-11-22T10:00 | Stängt. Öppnar i morgon kl. 8.00
            """)
    void saysItInTheCitizensLanguageAndElseInSwedish(String language, String now, String text) {
        assertThat(new AvailabilityText(SHIPPED, clock(now)).of(availability("kontaktcenter", now), language))
                .isEqualTo(text);
    }

    @Test
    void theContactsOwnWordsStaySwedishAndCanBeHadForThemselves() {
        String now = "2026-11-22T02:30";
        AvailabilityText text = new AvailabilityText(SHIPPED, clock(now));
        Availability closed = availability("socialjour", now);

        assertThat(text.state(closed, "en")).isEqualTo("Closed. Opens today at 16:00");
        assertThat(text.ownWords(closed)).startsWith("Ring 112 ").doesNotEndWith(".");
        assertThat(text.of(closed, "en")).isEqualTo(text.state(closed, "en") + ". " + text.ownWords(closed));
        assertThat(text.ownWords(availability("socialjour", "2026-11-22T01:30"))).isNull();
    }

    private static String text(String contact, String now) {
        return new AvailabilityText(SHIPPED, clock(now)).of(availability(contact, now));
    }

    private static Availability availability(String contact, String now) {
        return new ContactCentre(SHIPPED, clock(now)).availability(contact);
    }

    /** A server's clock: its zone is not the municipality's. */
    private static Clock clock(String now) {
        return Clock.fixed(at(now).toInstant(), ZoneOffset.UTC);
    }
}
