package se.lotsen.accountability;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.ContactPoint;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.privacy.PersonalDataKind;
import se.lotsen.records.RecordClass;
import se.lotsen.records.RetentionSchedule;
import se.lotsen.widget.CurrentLook;

/** Everything that the documents say of this service, read anew each time from what is running. */
final class RunningFacts {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("se.lotsen.accountability.messages",
            Locale.of("sv"));
    private final Running running;
    private final RetentionSchedule retention;
    private final Environment settings;
    private final Clock clock;

    /** What is running. */
    record Running(CurrentLook look, ContactDirectory contacts, KnowledgeWatch pages,
            LanguageIdentifier languages,
            ConfidencePolicy policy, CurrentCalibration calibration, ModelProperties model) {
    }

    RunningFacts(Running running, RetentionSchedule retention, Environment settings, Clock clock) {
        this.running = running;
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
    }

    /** By name, as the templates use them. */
    Map<String, String> now() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("municipality", running.look().now().name());
        facts.put("greeting", running.look().now().greeting("sv").text());
        facts.put("date", LocalDate.now(clock).toString());
        facts.put("version", version());
        facts.put("address", setting("lotsen.widget.public-address", text("document.not-set")));
        contact(facts);
        answering(facts);
        models(facts);
        data(facts);
        return facts;
    }

    private void contact(Map<String, String> facts) {
        List<ContactPoint> contacts = running.contacts().contacts();
        boolean known = !contacts.isEmpty();
        facts.put("contact.name", known ? contacts.getFirst().name() : text("document.not-set"));
        facts.put("contact.phone", known ? contacts.getFirst().phone() : text("document.not-set"));
        String email = known ? contacts.getFirst().email() : null;
        facts.put("contact.email", email == null ? text("document.not-set") : email);
    }

    private void answering(Map<String, String> facts) {
        facts.put("pages", Integer.toString(running.pages().library().pages().size()));
        facts.put("languages", Stream.concat(Stream.of(running.languages().home()),
                running.languages().foreign().stream()).collect(Collectors.joining(", ")));
        facts.put("answerAt", number(running.policy().thresholds().answerAt()));
        facts.put("askAt", number(running.policy().thresholds().askAt()));
        facts.put("calibration.name", running.calibration().get().basis().name());
        facts.put("calibration.made", running.calibration().get().basis().made().toString());
        facts.put("calibration.cases", Integer.toString(running.calibration().get().basis().cases()));
        facts.put("calibration.trusted", Boolean.toString(running.calibration().get().isTrusted()));
    }

    private void models(Map<String, String> facts) {
        ModelProperties model = running.model();
        boolean on = model.provider() != ModelProperties.Provider.NONE;
        facts.put("model", Boolean.toString(on));
        facts.put("model.name", on && model.name() != null ? model.name() : text("document.none"));
        facts.put("model.address", on && model.baseUrl() != null ? model.baseUrl() : text("document.none"));
        facts.put("model.fallbacks", Integer.toString(on ? model.fallbacks().size() : 0));
        facts.put("model.wording", Boolean.toString(on && model.wording()));
        facts.put("model.rewriting", Boolean.toString(on && model.rewriting()));
        facts.put("model.translation", Boolean.toString(on && model.translation()));
        boolean server = StringUtils.hasText(settings.getProperty("lotsen.embedding.base-url"));
        boolean inside = StringUtils.hasText(settings.getProperty("lotsen.embedding.onnx-dir"));
        facts.put("embedding", Boolean.toString(server || inside));
        facts.put("embedding.where", server
                ? setting("lotsen.embedding.base-url", "")
                : inside ? text("document.inside") : text("document.none"));
    }

    private void data(Map<String, String> facts) {
        facts.put("retention", period(RecordClass.ASSISTANT_CONVERSATION));
        facts.put("deletion", text("document.deletion." + setting("lotsen.chat.deletion", "now")
                .toLowerCase(Locale.ROOT).replace('_', '-')));
        facts.put("masked", Stream.of(PersonalDataKind.values())
                .map(kind -> text("document.masked." + kind.name())).collect(Collectors.joining(", ")));
        facts.put("oidc",
                Boolean.toString(StringUtils.hasText(settings.getProperty("lotsen.staff.oidc.issuer"))));
        facts.put("fourEyes",
                Boolean.toString(settings.getProperty("lotsen.editorial.four-eyes", Boolean.class,
                        false)));
        facts.put("database", setting("spring.datasource.url", "").contains(":postgresql:")
                ? "PostgreSQL"
                : text("document.embedded"));
        facts.put("records", Stream.of(RecordClass.values())
                .map(kind -> "| " + kind.title() + " | " + period(kind)
                        + " | " + decision(kind) + " |")
                .collect(Collectors.joining("\n")));
        facts.put("decided", Boolean.toString(Stream.of(RecordClass.values())
                .noneMatch(kind -> retention.rule(kind).decision().isEmpty())));
    }

    private String period(RecordClass kind) {
        Duration period = retention.rule(kind).period();
        return period == null ? text("document.no-period") : period.toDays() + " " + text("document.days");
    }

    private String decision(RecordClass kind) {
        String decision = retention.rule(kind).decision();
        return decision.isEmpty() ? text("document.no-decision") : decision;
    }

    private String setting(String name, String otherwise) {
        String value = settings.getProperty(name);
        return StringUtils.hasText(value) ? value : otherwise;
    }

    private static String version() {
        String version = RunningFacts.class.getPackage().getImplementationVersion();
        return version == null ? text("document.unknown") : version;
    }

    private static String number(double value) {
        return String.format(Locale.of("sv"), "%.2f", value);
    }

    private static String text(String code) {
        return TEXTS.getString(code);
    }
}
