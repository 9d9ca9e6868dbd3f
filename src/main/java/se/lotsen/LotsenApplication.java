package se.lotsen;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import se.lotsen.commandline.CommandLine;

/**
 * Starts Lotsen: the service with {@code serve}, or one of the commands that answer in the terminal and end.
 */
@SpringBootApplication
public class LotsenApplication {

    /** See {@code ./lotsen help}. */
    public static void main(String[] args) {
        // Blocking database work runs on Reactor's elastic threads; virtual ones cost nothing while they wait. Reactor reads
        // this once, when its first class is loaded.
        System.setProperty("reactor.schedulers.defaultBoundedElasticOnVirtualThreads", "true");
        CommandLine commands = new CommandLine(LotsenApplication.class, System.out, System.err,
                Clock.systemDefaultZone());
        commands.run(args).ifPresent(status -> System.exit(status));
    }

    /** The one clock; tests set it. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
