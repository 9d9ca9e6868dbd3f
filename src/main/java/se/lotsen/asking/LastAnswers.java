package se.lotsen.asking;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for the last answers when nobody is served any more: some are listened to by nobody. What is not finished in time is
 * left open, for another process, or for the next start.
 */
final class LastAnswers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LastAnswers.class);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private final Answers answers;
    private volatile boolean running;

    LastAnswers(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!answers.isIdle()) {
            if (System.nanoTime() > until) {
                log.warn(
                        "Some questions are left open and will be finished by another process or at the next start");
                return;
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the server has stopped, and before this process says that it is gone. */
    @Override
    public int getPhase() {
        return 1;
    }
}
