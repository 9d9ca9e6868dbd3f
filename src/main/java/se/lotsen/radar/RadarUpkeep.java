package se.lotsen.radar;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.storage.Leadership;

/**
 * When the radar looks: soon after the start, after each change of the pages (once for changes that come close together),
 * and every night, as days pass without anybody's doing. It works on a thread of its own, one look at a time.
 * Each process looks by itself, as each keeps its own picture of the pages that it answers from; what is remembered is shared,
 * links among it. Only the leader sends mails.
 */
class RadarUpkeep {
    private static final Logger log = LoggerFactory.getLogger(RadarUpkeep.class);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private final Radar radar;
    private final WeeklyMail mail;
    private final Leadership leadership;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
    private volatile boolean stopping;

    RadarUpkeep(Radar radar, WeeklyMail mail, Leadership leadership) {
        this.radar = radar;
        this.mail = mail;
        this.leadership = leadership;
    }

    /** A look is to be taken soon; returns at once. */
    void wish() {
        wanted.set(true);
        running.updateAndGet(before -> before != null && before.isAlive() || stopping
                ? before
                : Thread.ofVirtual().name("radar").start(this::work));
    }

    private void work() {
        try {
            while (wanted.getAndSet(false)) {
                Thread.sleep(QUIET);
                wanted.set(false);
                radar.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("The radar's look ended early", e);
        }
    }

    @EventListener(LibraryChanged.class)
    void changed() {
        wish();
    }

    @Scheduled(initialDelay = 15, fixedDelay = Long.MAX_VALUE / 1_000_000_000, timeUnit = TimeUnit.SECONDS)
    void started() {
        wish();
    }

    @Scheduled(cron = "0 10 3 * * *", zone = "${lotsen.editorial.zone:Europe/Stockholm}")
    void nightly() {
        wish();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void mails() {
        if (leadership.leads()) {
            Thread.ofVirtual().name("radar-mail").start(this::send);
        }
    }

    private synchronized void send() {
        try {
            mail.run();
        } catch (RuntimeException e) {
            log.error("The weekly lists were not all sent", e);
        }
    }

    /** Before the database is closed. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        Thread look = running.get();
        if (look != null) {
            look.interrupt();
            look.join(Duration.ofSeconds(10));
        }
    }
}
