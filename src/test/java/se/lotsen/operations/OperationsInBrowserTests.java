package se.lotsen.operations;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.BrowserScript;
import se.lotsen.testing.ServiceTest;

/** The operator's page in a real browser, by {@code src/test/browser/operations.js}, as for the desk. */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class OperationsInBrowserTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private StaffForTests staff;

    @BeforeEach
    void account() {
        staff = new StaffForTests(database);
        staff.clear();
        staff.make("driften", StaffRole.ADMIN, StaffRole.EDITOR, StaffRole.AUDITOR);
    }

    @AfterEach
    void leave() {
        staff.clear();
    }

    @Test
    void anybodyCanReadItAndIsTakenToWhatIsMissing() throws Exception {
        BrowserScript.run("operations.js", port, "LOTSEN_OPERATIONS_PICTURES", Map.of());
    }
}
