package se.lotsen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;
import se.lotsen.LotsenApplication;

/**
 * The whole service on a free port, with the sample knowledge base, a data folder of its own and a clock that stands
 * still; queues are looked through only when a test says so. All classes that carry it share one start; they must leave the clock and the database as they found them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = {LotsenApplication.class,
        ServiceTest.Standing.class}, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
                "lotsen.chat.writes-per-minute=1000000",
                "lotsen.chat.writes-per-minute-per-address=1000000",
                "lotsen.handover.look-every=1h",
                "lotsen.desk.undo-send=0s",
                "lotsen.staff.attempts-per-address=1000000"})
@ContextConfiguration(initializers = ServiceTest.OwnFolder.class)
public @interface ServiceTest {

    /** Time stands still. */
    @TestConfiguration(proxyBeanMethods = false)
    class Standing {
        @Bean
        @Primary
        Clock townClock() {
            return new TownClock();
        }
    }

    /** The service's data lies in a temporary folder that is gone when the tests end. */
    class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory("lotsen-service");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
                TestPropertyValues.of("lotsen.data-dir=" + folder).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
