package se.lotsen.realmodels;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.lotsen.LotsenApplication;

/** The real models that {@code scripts/real-models start} runs, by the addresses that the profile real-models hands on. */
final class RealModels {
    private static final Clock MONDAY = Clock.fixed(
            OffsetDateTime.parse("2026-11-23T10:00:00+01:00").toInstant(),
            ZoneId.of("Europe/Stockholm"));

    private RealModels() {
    }

    /** The embedding server's address, or an end of the test that says why. */
    static String embedding() {
        return address("LOTSEN_REAL_EMBEDDING_URL", "mvn -Preal-models verify");
    }

    /** The chat server's address, or an end of the test that says why. */
    static String chat() {
        return address("LOTSEN_REAL_CHAT_URL", "mvn -Preal-models -Dlotsen.real.models=--chat verify");
    }

    private static String address(String variable, String command) {
        String address = System.getenv(variable);
        if (address == null || address.isBlank()) {
            String reason = "LEFT OUT: tests with a real model, as " + variable + " names none; " + command
                    + " starts one (needs Python 3 and AVX2)";
            System.out.println(reason);
            throw new TestAbortedException(reason);
        }
        return address;
    }

    /** The application as the commands run it, on a Monday morning. */
    static ConfigurableApplicationContext start(String... properties) {
        SpringApplication application = new SpringApplication(LotsenApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles("command");
        application.setLogStartupInfo(false);
        application.addInitializers(context -> ((GenericApplicationContext) context).registerBean("monday",
                Clock.class, () -> MONDAY, bean -> bean.setPrimary(true)));
        List<String> arguments = new ArrayList<>();
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return application.run(arguments.toArray(String[]::new));
    }
}
