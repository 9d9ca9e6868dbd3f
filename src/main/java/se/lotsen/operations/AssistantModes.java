package se.lotsen.operations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.answering.AssistantMode;
import se.lotsen.answering.AssistantSwitch;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/**
 * The switch that holds the assistant back. It stands in the database, so that it holds for every process and after a restart,
 * and each process looks at it every second: a question never waits for the database, and one that cannot be read leaves the
 * last known mode in force. Nobody sets it without saying why.
 */
class AssistantModes implements AssistantSwitch {
    /** In the audit log. */
    static final String ACTION = "assistant-mode";
    private static final Logger log = LoggerFactory.getLogger(AssistantModes.class);
    private final JdbcClient database;
    private final SerialRecord record;
    private final AuditLog audit;
    private final PersonalDataMask mask;
    private final Clock clock;
    private final AssistantMode atLeast;
    private volatile Optional<ModeSetting> latest = Optional.empty();
    private volatile boolean unreadable;

    /** @param atLeast what holds in this process however the switch stands, unless that is stricter */
    AssistantModes(JdbcClient database, SerialRecord record, AuditLog audit, PersonalDataMask mask,
            Clock clock,
            AssistantMode atLeast) {
        this.database = database;
        this.record = record;
        this.audit = audit;
        this.mask = mask;
        this.clock = clock;
        this.atLeast = atLeast;
    }

    @Override
    public AssistantMode mode() {
        return atLeast.or(latest.map(ModeSetting::mode).orElse(AssistantMode.ON));
    }

    /** What this process was started with. */
    AssistantMode atLeast() {
        return atLeast;
    }

    /** Who set it last, as far as this process has seen; empty where nobody ever has. */
    Optional<ModeSetting> latest() {
        return latest;
    }

    /** Sets it for all processes; blocks. */
    void set(Actor by, AssistantMode mode, String reason) {
        String said = mask.mask(reason.strip()).value();
        if (said.isBlank()) {
            throw new IllegalArgumentException("nobody sets the assistant without a reason");
        }
        record.write(() -> {
            database.sql("""
                    insert into assistant_mode (mode, reason, account, account_name, set_at)
                    values (:mode, :reason, :account, :name, :at)""")
                    .param("mode", mode.code()).param("reason", said).param("account", by.account())
                    .param("name", by.name()).param("at", Moments.stored(clock.instant())).update();
            audit.add(by, ACTION, mode.code(), said);
            return true;
        });
        log.warn("The assistant is set to {}", mode.code());
        look();
    }

    /** Sees what another process has set; never fails. Blocks. */
    void look() {
        try {
            Optional<ModeSetting> read = settings(1).stream().findFirst();
            if (!read.map(ModeSetting::mode).equals(latest.map(ModeSetting::mode))) {
                log.info("The assistant is {}", read.map(setting -> setting.mode().code()).orElse("on"));
            }
            latest = read;
            unreadable = false;
        } catch (RuntimeException e) {
            if (!unreadable) {
                log.warn("The assistant's switch cannot be read and stays at {}: {}", mode().code(),
                        e.getClass().getSimpleName());
            }
            unreadable = true;
        }
    }

    /** The latest first; blocks. A mode that this version does not know is taken for the strictest. */
    List<ModeSetting> settings(int limit) {
        return record.read(() -> database.sql("""
                select mode, reason, account, account_name, set_at from assistant_mode
                order by id desc limit :limit""")
                .param("limit", limit)
                .query((row, n) -> new ModeSetting(
                        AssistantMode.of(row.getString("mode")).orElse(AssistantMode.OFF),
                        row.getString("reason"),
                        new Actor(row.getString("account"), row.getString("account_name")),
                        Moments.instant(row, "set_at")))
                .list());
    }
}
