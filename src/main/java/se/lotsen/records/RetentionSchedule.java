package se.lotsen.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import se.lotsen.conversation.ConversationClass;
import se.lotsen.conversation.RetentionRules;
import se.lotsen.records.RecordClass.Ending;
import se.lotsen.records.RetentionRefused.Reason;

/**
 * The municipality's plan for its records (dokumenthanteringsplan), as far as Lotsen carries it out: for each class a period
 * and the number of the decision behind it, {@code lotsen.records.retention.<class>.period} and
 * {@code .decision-reference}. It refuses a period below a day, a period for what is never disposed of, and, under the
 * profile {@code production}, a class without a decision: a municipality may dispose of records only by its own decision
 * (arkivlagen 1990:782, 10 §).
 */
public final class RetentionSchedule implements RetentionRules {
    static final String PREFIX = "lotsen.records.retention.";
    static final String PRODUCTION = "production";
    private final Map<RecordClass, ClassRule> rules;

    private RetentionSchedule(Map<RecordClass, ClassRule> rules) {
        this.rules = rules;
    }

    /**
     * What holds for one class.
     *
     * @param period null for none of its own
     * @param decision empty where none is named
     */
    public record ClassRule(@Nullable Duration period, String decision) {
    }

    /**
     * As the settings say.
     *
     * @param conversations the period of conversations whose class has none of its own
     * @throws RetentionRefused where the settings are none that may hold
     */
    public static RetentionSchedule read(Environment environment, Duration conversations) {
        Binder binder = Binder.get(environment);
        Map<RecordClass, ClassRule> rules = new EnumMap<>(RecordClass.class);
        for (RecordClass kind : RecordClass.values()) {
            BindResult<Duration> own = binder.bind(periodProperty(kind), Duration.class);
            Duration usual = kind.ending() == Ending.PERIOD ? conversations : null;
            Duration period = own.isBound() ? own.get() : usual;
            String decision = environment.getProperty(decisionProperty(kind), "").strip();
            rules.put(kind, new ClassRule(period, decision));
        }
        RetentionSchedule schedule = new RetentionSchedule(rules);
        schedule.check();
        if (environment.acceptsProfiles(Profiles.of(PRODUCTION))) {
            schedule.checkDecisions();
        }
        return schedule;
    }

    private void check() {
        refuse(Reason.TOO_SHORT, (kind, period) -> period.compareTo(Duration.ofDays(1)) < 0);
        refuse(Reason.NOT_DISPOSED_OF, (kind, period) -> kind.ending() == Ending.KEPT);
        refuse(Reason.SHORTER_THAN_CONVERSATIONS,
                (kind, period) -> kind == RecordClass.DAILY_TOTALS && period.compareTo(longest()) < 0);
    }

    private interface Fault {
        boolean has(RecordClass kind, Duration period);
    }

    private void refuse(Reason reason, Fault fault) {
        List<String> faulty = new ArrayList<>();
        rules.forEach((kind, rule) -> {
            Duration period = rule.period();
            if (period != null && fault.has(kind, period)) {
                faulty.add(periodProperty(kind));
            }
        });
        if (!faulty.isEmpty()) {
            throw new RetentionRefused(reason, faulty);
        }
    }

    private void checkDecisions() {
        List<String> missing = Arrays.stream(RecordClass.values())
                .filter(kind -> rule(kind).decision().isEmpty()).map(RetentionSchedule::decisionProperty)
                .toList();
        if (!missing.isEmpty()) {
            throw new RetentionRefused(Reason.DECISIONS_MISSING, missing);
        }
    }

    private static String periodProperty(RecordClass kind) {
        return PREFIX + kind.word() + ".period";
    }

    static String decisionProperty(RecordClass kind) {
        return PREFIX + kind.word() + ".decision-reference";
    }

    /** What holds for the class. */
    public ClassRule rule(RecordClass kind) {
        return Objects.requireNonNull(rules.get(kind));
    }

    @Override
    public Rule of(ConversationClass kind) {
        ClassRule rule = rule(RecordClass.valueOf(kind.name()));
        return new Rule(Objects.requireNonNull(rule.period()), rule.decision());
    }
}
