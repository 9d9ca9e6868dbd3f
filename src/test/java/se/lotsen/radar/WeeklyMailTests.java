package se.lotsen.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.lotsen.delivery.StaffMail;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.PageFile;
import se.lotsen.inspection.FaultKind;
import se.lotsen.inspection.Sweep;

/** Every owner once a week, whatever becomes of the service meanwhile. */
class WeeklyMailTests {
    /** A Monday, half past six in Stockholm. */
    private final MovedClock clock = new MovedClock("2026-11-30T05:30:00Z");
    private final StaffMail mail = mock();
    private final Radar radar = mock();
    private final RadarTable table = mock();
    private final Set<String> told = new HashSet<>();
    private final List<String> sent = new ArrayList<>();
    private boolean taken = true;
    @TempDir
    private Path folder;
    private WeeklyMail weekly;

    @BeforeEach
    void open() {
        KnowledgeFiles files = new KnowledgeFiles(folder)
                .page("a.md", PageFile.aPage("a").with("owner", "Miljö").with("reviewBy", "2026-11-01"))
                .page("b.md", PageFile.aPage("b").with("owner", "Miljö").with("reviewBy", "2026-12-10"))
                .page("c.md", PageFile.aPage("c").with("owner", "Skola"))
                .write("owners.yaml", """
                        owners:
                          - name: Miljö
                            email: miljo@a.example
                            deputy: vikarie@a.example
                          - name: Skola
                            email: skola@a.example
                        """);
        Library library = Library.read(files.folder());
        Sweep sweep = new Sweep(Map.of(), Map.of(), LocalDate.of(2026, 11, 30));
        Report report = new Report(clock.instant(), 3, sweep.of(library).stream()
                .filter(fault -> fault.kind() == FaultKind.PAST_REVIEW)
                .map(fault -> new Report.Entry(fault.id(), fault, clock.instant(), 0, 3, "", null)).toList());
        when(radar.report()).thenReturn(report);
        when(mail.isConfigured()).thenReturn(true);
        when(mail.address()).thenReturn("https://fraga.a.example");
        when(mail.send(anyString(), any(), anyString(), anyString())).thenAnswer(call -> {
            sent.add(call.getArgument(0) + " " + call.getArgument(1) + "\n" + call.getArgument(2) + "\n"
                    + call.getArgument(3));
            return taken;
        });
        when(table.isTold(anyString(), anyString()))
                .thenAnswer(call -> told.contains(call.getArgument(0) + "" + call.getArgument(1)));
        org.mockito.Mockito.doAnswer(call -> told.add(call.getArgument(0) + "" + call.getArgument(1)))
                .when(table).told(anyString(), anyString(), anyString(), any());
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("se.lotsen.radar.messages");
        messages.setDefaultEncoding("UTF-8");
        weekly = new WeeklyMail(mail, files.folder(), () -> library, radar, table, new WeeklyText(messages),
                new RadarProperties(false, Duration.ofDays(1), DayOfWeek.MONDAY, LocalTime.of(7, 0)),
                ZoneId.of("Europe/Stockholm"), clock);
    }

    @Test
    void ownerAndDeputyGetOneListOnMondayAtSevenAndWhoHasNothingGetsNone() {
        weekly.run();
        assertThat(sent).isEmpty();
        clock.move(Duration.ofMinutes(30));
        weekly.run();
        weekly.run();
        assertThat(sent).singleElement().asString()
                .contains("radar.2026-W49.", "[miljo@a.example, vikarie@a.example]",
                        "Era sidor den här veckan: 1 att se över, 1 att granska snart", "Hej Miljö!",
                        "Granskningen är försenad: skulle ha granskats senast 2026-11-01", "Om a",
                        "Om b, senast 2026-12-10", "https://fraga.a.example/editor/radar");
    }

    @Test
    void aWeekThatTheServiceSleptThroughIsMadeUpForOnceAndEarlierOnesAreNot() {
        clock.move(Duration.ofDays(18));
        weekly.run();
        weekly.run();
        assertThat(sent).singleElement().asString().contains("radar.2026-W51.");
        clock.move(Duration.ofDays(7));
        weekly.run();
        assertThat(sent).hasSize(2);
    }

    @Test
    void aMailThatWasNotTakenIsTriedAgainWithTheSameId() {
        clock.move(Duration.ofHours(1));
        taken = false;
        weekly.run();
        taken = true;
        weekly.run();
        weekly.run();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).lines().findFirst()).isEqualTo(sent.get(0).lines().findFirst());
    }

    @Test
    void withoutAServerOrBeforeTheFirstLookNothingIsSent() {
        clock.move(Duration.ofHours(1));
        when(radar.report()).thenReturn(Report.NONE);
        weekly.run();
        when(mail.isConfigured()).thenReturn(false);
        weekly.run();
        assertThat(sent).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aWeekIsNamedAsTheCalendarDoes() {
        assertThat(WeeklyMail.week(LocalDate.of(2026, 12, 31))).isEqualTo("2026-W53");
        assertThat(WeeklyMail.week(LocalDate.of(2027, 1, 1))).isEqualTo("2026-W53");
        assertThat(WeeklyMail.week(LocalDate.of(2027, 1, 4))).isEqualTo("2027-W01");
    }
}
