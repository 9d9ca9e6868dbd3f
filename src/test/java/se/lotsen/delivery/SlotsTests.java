package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.handover.OpenTimes;
import se.lotsen.knowledge.KnowledgeFolder;

/** Which times are promised, with the hours of the sample municipality. */
class SlotsTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final OpenTimes TIMES = new OpenTimes(
            new HandoverFiles(new KnowledgeFolder(Path.of("knowledge-base"))));
    private final Slots slots = new Slots(TIMES, 4, 2);
    private final PromiseText text = new PromiseText(TIMES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Friday 16.20 before a long weekend, with Epiphany on the Monday; Maundy Thursday before Easter.
            2025-01-03T16:20 | Vi ringer senast tisdag 7 januari kl. 9.00
            2026-04-02T14:50 | Vi ringer senast tisdag 7 april kl. 9.00
            # Friday before the weekend of All Saints closes at three.
            2026-10-30T12:10 | Vi ringer senast fredag 30 oktober kl. 14.00
            2026-10-30T13:40 | Vi ringer senast måndag 2 november kl. 9.00
            # The eves: Midsummer, Christmas, New Year.
            2026-06-18T16:20 | Vi ringer senast måndag 22 juni kl. 9.00
            2026-12-23T16:20 | Vi ringer senast måndag 28 december kl. 9.00
            2026-12-30T16:20 | Vi ringer senast måndag 4 januari kl. 9.00
            # The clocks change on Sunday.
            2026-03-28T12:00 | Vi ringer senast måndag 30 mars kl. 9.00
            2026-10-25T02:30 | Vi ringer senast måndag 26 oktober kl. 9.00
            # The half hour at the end counts, and an hour that has begun does when it is long enough.
            2026-11-24T15:00 | Vi ringer senast tisdag 24 november kl. 16.30
            2026-11-24T09:10 | Vi ringer senast tisdag 24 november kl. 11.00
            """)
    void theNextCallIsWithinOpeningHours(String now, String promised) {
        assertThat(text.of(calls("kontaktcenter", at(now), 1).getFirst(), "sv")).isEqualTo(promised);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv-x-lattlast | 2026-04-02T14:50 | Vi ringer dig. Vi ringer senast tisdag 7 april klockan 9.00
            en            | 2026-04-02T14:50 | We will call you by Tuesday 7 April at 9:00
            fi            | 2026-04-02T14:50 | Soitamme sinulle viimeistään tiistaina 7. huhtikuuta klo 9.00
            fi            | 2026-11-24T15:00 | Soitamme sinulle viimeistään tiistaina 24. marraskuuta klo 16.30
            ar            | 2026-12-30T16:20 | سنتصل بك في موعد أقصاه الاثنين 4 يناير الساعة 9:00
            ar            | 2026-11-24T15:00 | سنتصل بك في موعد أقصاه الثلاثاء 24 نوفمبر الساعة 16:30
            so            | 2026-12-30T16:20 | Waxaan ku soo wici doonnaa ugu dambayn Isniin 4 Janaayo saacadda 9:00
            so            | 2026-10-30T13:40 | Waxaan ku soo wici doonnaa ugu dambayn Isniin 2 Noofeembar saacadda 9:00
            und           | 2026-04-02T14:50 | We will call you by Tuesday 7 April at 9:00
            """)
    void aPromiseIsSaidInTheCitizensLanguageAndElseInEnglish(String language, String now, String promised) {
        assertThat(text.of(calls("kontaktcenter", at(now), 1).getFirst(), language)).isEqualTo(promised);
    }

    @Test
    void anAnswerIsPromisedForTheEndOfTheSecondOpenDay() {
        assertThat(slots.reply(PromiseKind.EMAIL, "kontaktcenter", at("2026-11-27T16:20")))
                .singleElement().satisfies(slot -> assertThat(text.of(slot, "sv"))
                        .isEqualTo("Vi svarar med e-post senast tisdag 1 december kl. 16.30"));
        assertThat(slots.reply(PromiseKind.MESSAGE, "kontaktcenter", at("2026-12-23T10:00")))
                .singleElement().satisfies(slot -> assertThat(text.of(slot, "de"))
                        .isEqualTo("We will answer here in the chat by Tuesday 29 December at 16:30"));
    }

    @Test
    void aFullHourIsNotOffered() {
        Instant now = at("2026-11-24T08:00");
        List<Slot> all = calls("kontaktcenter", now, 20);
        List<Slot> left = slots.calls("kontaktcenter", now, Slots.NOTICE, 19,
                slot -> slot.equals(all.getFirst()) ? 4 : 3);
        assertThat(left).doesNotContain(all.getFirst()).hasSize(19);
        assertThat(left.stream().filter(slot -> Duration.between(slot.from(), slot.due()).toMinutes() < 60))
                .as("half an hour holds half as many").isEmpty();
    }

    @Test
    void aQueueThatNobodyKnowsHasNoTimes() {
        assertThat(calls("finns-inte", at("2026-11-24T08:00"), 5)).isEmpty();
        assertThat(slots.reply(PromiseKind.EMAIL, "finns-inte", at("2026-11-24T08:00"))).isEmpty();
    }

    /** Asked at odd times on every second day of ten years. */
    @ParameterizedTest
    @ValueSource(strings = {"kontaktcenter", "utbildning", "socialjour", "overformyndare"})
    void everyTimeOfTenYearsLiesWithinOpeningHours(String queue) {
        Instant now = at("2026-01-01T00:07");
        Instant end = at("2036-01-01T00:00");
        int seen = 0;
        while (now.isBefore(end)) {
            for (Slot slot : calls(queue, now, 12)) {
                check(slot, now);
                seen++;
            }
            for (Slot slot : slots.reply(PromiseKind.EMAIL, queue, now)) {
                check(slot, now);
            }
            now = now.plus(Duration.ofHours(50).plusMinutes(17));
        }
        assertThat(seen).isGreaterThan(15_000);
    }

    private static void check(Slot slot, Instant asked) {
        boolean within = slot.from().isBefore(slot.due()) && slot.due().isAfter(asked)
                && TIMES.isOpen(slot.queue(), slot.from())
                && TIMES.isOpen(slot.queue(), slot.due().minusMillis(1))
                && TIMES.isOpen(slot.queue(), slot.from().plus(
                        Duration.between(slot.from(), slot.due()).dividedBy(2)));
        if (!within) {
            throw new AssertionError(slot + " asked at " + asked);
        }
    }

    private List<Slot> calls(String queue, Instant now, int limit) {
        return slots.calls(queue, now, Slots.NOTICE, limit, slot -> 0);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }
}
