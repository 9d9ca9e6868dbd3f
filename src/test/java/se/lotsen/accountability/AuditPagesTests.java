package se.lotsen.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditAnchor;
import se.lotsen.audit.AuditExport;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.AuditVerdict;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** The audit log's page, and that of receipts beside it. */
@ServiceTest
class AuditPagesTests {
    private static final String PAGE = "/records/audit";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private AuditLog log;
    private StaffForTests staff;
    private StaffBrowser auditor;

    @BeforeEach
    void signIn() {
        staff = new StaffForTests(database);
        staff.clear();
        staff.make("granskaren", StaffRole.AUDITOR);
        auditor = new StaffBrowser(port);
        assertThat(auditor.signIn("granskaren", StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
    }

    @AfterEach
    void leave() {
        staff.clear();
    }

    @Test
    void anAuditorSeesWhoDidWhatAndFilters() {
        log.record(new Actor("konto-9", "Greta Provsson"), "publish", "pages/prov.md", "7");
        HttpResponse<String> page = auditor.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.body()).contains("<h1>Händelselogg</h1>", "Greta Provsson", "pages/prov.md",
                log.head().toString());
        assertThat(auditor.get(PAGE + "?om=pages/prov.md").body()).contains("Greta Provsson");
        assertThat(auditor.get(PAGE + "?om=nagot-annat").body()).doesNotContain("Greta Provsson");
        assertThat(auditor.get(PAGE + "?vem=Greta+Provsson&handling=publish&sedan=2026-11-01").body())
                .contains("Greta Provsson");
        assertThat(auditor.get(PAGE + "?sedan=2027-01-01").body()).contains("Ingen händelse passar in")
                .doesNotContain("Greta Provsson");
        assertThat(auditor.get(PAGE + "?sedan=igår&fore=x").statusCode()).isEqualTo(200);
    }

    @Test
    void theLogIsProvedAtAPress() {
        log.record(Actor.machine("Prov"), "publish", "prov", "");
        AuditAnchor noted = log.head();
        log.record(Actor.machine("Prov"), "publish", "prov", "");
        assertThat(auditor.submitFrom(PAGE, PAGE + "/verify").body()).contains("Loggen är orörd");
        assertThat(auditor.submitFrom(PAGE, PAGE + "/verify", "ankare", noted.toString()).body())
                .contains("Loggen är orörd");
        assertThat(auditor.submitFrom(PAGE, PAGE + "/verify", "ankare", "17").body())
                .contains("Det går inte att läsa").doesNotContain("Loggen är orörd");
        assertThat(auditor.submitFrom(PAGE, PAGE + "/verify", "ankare",
                new AuditAnchor(noted.entry(), "0".repeat(64)).toString()).body())
                .contains("Loggen är ändrad");
        database.sql("update audit_entry set subject = 'annat' where id = :id").param("id", noted.entry())
                .update();
        assertThat(auditor.submitFrom(PAGE, PAGE + "/verify").body()).contains("Loggen är ändrad",
                "Rad " + noted.entry());
        database.sql("update audit_entry set subject = 'prov' where id = :id").param("id", noted.entry())
                .update();
        assertThat(auditor.post(PAGE + "/verify").statusCode()).isEqualTo(403);
    }

    @Test
    void theFileProvesItself() {
        log.record(new Actor("konto-9", "Åsa \"Citat\" Öberg"), "publish", "pages/prov.md", "radbrott\nhär");
        HttpResponse<String> file = auditor.get(PAGE + "/log.jsonl");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                value -> assertThat(value).contains("attachment", "lotsen-logg.jsonl"));
        List<String> lines = file.body().lines().toList();
        assertThat(AuditExport.verify(lines.stream(), log.head())).isInstanceOf(AuditVerdict.Intact.class);
        assertThat(log.entries(null, Long.MAX_VALUE, 1).getFirst().action()).isEqualTo("audit-exported");
    }

    @Test
    void recordsOfficersComeInAndNobodyElse() {
        staff.make("arkivarien", StaffRole.RECORDS_OFFICER);
        StaffBrowser officer = new StaffBrowser(port);
        officer.signIn("arkivarien", StaffForTests.PASSWORD);
        assertThat(officer.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(officer.get(PAGE + "/receipts").statusCode()).isEqualTo(200);
        staff.make("driften", StaffRole.ADMIN, StaffRole.AGENT, StaffRole.SUPERVISOR, StaffRole.EDITOR);
        StaffBrowser other = new StaffBrowser(port);
        other.signIn("driften", StaffForTests.PASSWORD);
        for (String path : List.of(PAGE, PAGE + "/log.jsonl", PAGE + "/receipts")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new StaffBrowser(port).get(path).statusCode()).as(path).isEqualTo(303);
        }
    }

    @Test
    void aReceiptIsAskedForByItsNumber() {
        assertThat(auditor.get(PAGE + "/receipts").body()).contains("<h1>Kvitton på svar</h1>");
        assertThat(auditor.submit(PAGE + "/receipts", "kvitto", "LS-1").body())
                .contains("Numret stämmer inte");
        assertThat(auditor.submit(PAGE + "/receipts", "kvitto", "LS-0000-0000-0000-0000").body())
                .contains("Det finns inget kvitto med det numret");
    }
}
