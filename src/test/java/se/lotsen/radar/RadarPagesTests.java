package se.lotsen.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.inspection.FaultKind;
import se.lotsen.inspection.Place;

/** The radar over HTTP, without scripts, on the sample municipality's pages. */
@ServiceTest
@ContextConfiguration(initializers = OwnKnowledge.class)
class RadarPagesTests {
    private static final String LIST = "/editor/radar";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Radar radar;
    @Value("${lotsen.knowledge.dir}")
    private Path folder;
    private StaffForTests staff;

    @BeforeEach
    void hire() {
        staff = new StaffForTests(database);
        staff.make("vera", StaffRole.WRITER);
        staff.make("eva", StaffRole.EDITOR);
        staff.make("anna", StaffRole.AGENT);
        radar.lookAtPages();
    }

    @AfterEach
    void leave() {
        staff.clear();
    }

    private StaffBrowser as(String name) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    private Report.Entry contradiction() {
        return radar.report().entries().stream()
                .filter(entry -> entry.fault().kind() == FaultKind.CONTRADICTION).findFirst().orElseThrow();
    }

    @Test
    void aContradictionIsListedShownSideBySideAndExported() {
        StaffBrowser vera = as("vera");
        HttpResponse<String> list = vera.get(LIST + "?typ=CONTRADICTION");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(list.body()).contains("avgiften är 250 kronor eller 320 kronor", "Titta igen nu");
        assertThat(vera.get(LIST + "?typ=DEAD_LINK").body()).contains("Det finns inget att se över här.");
        String one = vera.get(LIST + "/" + contradiction().id()).body();
        assertThat(one).contains("Gästplats: 250 kronor per dygn", "Gästplats: 320 kronor per dygn",
                "/editor/sidor/redigera?fil=pages/", "/knowledge/gasthamn#")
                .doesNotContain("fortfarande aktuell");
        assertThat(vera.get(LIST + "/radar.csv").body()).startsWith("\uFEFF\"Slag\"")
                .contains("Gästplats: 250 kronor per dygn");
        assertThat(vera.get(LIST + "/finns-inte").statusCode()).isEqualTo(404);
        assertThat(as("anna").get(LIST).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNoFaultIsPutAsideWithAReasonAndCanBeTakenBack() {
        StaffBrowser eva = as("eva");
        String id = contradiction().id();
        String page = LIST + "/" + id;
        HttpResponse<String> refused = eva.submitFrom(page, page + "/avfarda", "skal", " ");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Skriv varför det inte är något fel");
        assertThat(eva.submitFrom(page, page + "/avfarda", "skal", "Två olika platser").statusCode())
                .isEqualTo(303);
        assertThat(eva.get(LIST).body()).doesNotContain(id);
        assertThat(eva.get(LIST + "?lage=DISMISSED").body()).contains(id);
        radar.lookAtPages();
        assertThat(eva.get(page).body()).contains("Två olika platser");
        assertThat(eva.submitFrom(page, page + "/angra").statusCode()).isEqualTo(303);
        assertThat(eva.get(LIST).body()).contains(id);
    }

    @Test
    void whoMayPublishConfirmsThatAPageIsStillRight() throws Exception {
        Report.Entry overdue = radar.report().entries().stream()
                .filter(entry -> entry.fault().kind() == FaultKind.PAST_REVIEW).findFirst().orElseThrow();
        Place place = overdue.fault().first();
        String confirm = LIST + "/sidor/" + place.page() + "/aktuell";
        String page = LIST + "/" + overdue.id();
        StaffBrowser vera = as("vera");
        assertThat(vera.submitFrom(LIST, confirm).statusCode()).isEqualTo(403);
        StaffBrowser eva = as("eva");
        assertThat(eva.get(page).body()).contains("fortfarande aktuell");
        assertThat(eva.submitFrom(page, confirm).headers().firstValue("Location"))
                .hasValue(LIST + "?gjort=aktuell");
        assertThat(Files.readString(folder.resolve(place.file()))).contains("reviewed: 2026-11-24\n");
        assertThat(radar.report().entry(overdue.id())).isEmpty();
        assertThat(eva.get("/editor/logg").body()).contains("Bekräftade att sidan är aktuell");
    }
}
