package se.lotsen.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Settings with one fault each ({@code -Dlotsen.configurations=500}): the start is refused in one line that names the setting and
 * says what to do, or the setting is of use; a name that nobody reads is told with the one that was meant.
 */
class BadConfigurationTests {
    private static final int COUNT = Integer.getInteger("lotsen.configurations", 120);
    private static final long SEED = Long.getLong("lotsen.seed", 20261122L);
    private static final List<Class<?>> RECORDS = records();
    private static final Map<String, Class<?>> SETTINGS = settings();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties
    static class Reading {
    }

    @Test
    void eachFaultIsRefusedOrToldInOneLineThatNamesTheSetting() {
        Random random = new Random(SEED);
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Mutation mutation = Mutation.of(SETTINGS, random);
            counts.merge(mutation.kind(), 1, Integer::sum);
            runner(mutation.values()).run(context -> wrong(mutation, context).ifPresent(wrong::add));
        }
        System.out.printf("%d configurations over %d settings, -Dlotsen.seed=%d: %s; wrong: %d%n", COUNT,
                SETTINGS.size(), SEED, counts, wrong.size());
        assertThat(wrong).as("-Dlotsen.seed=" + SEED).isEmpty();
    }

    @Test
    void aFaultThatIsNotSeenWouldBeFound() {
        Mutation harmless = new Mutation("planted", "lotsen.staff.idle-time",
                Map.of("lotsen.staff.idle-time", "30m"), Mutation.Expected.REFUSED);
        runner(harmless.values()).run(context -> assertThat(wrong(harmless, context)).isPresent());
        Mutation otherName = new Mutation("planted", "lotsen.chat.keep-alive",
                Map.of("lotsen.staff.idle-time", "abc"), Mutation.Expected.REFUSED);
        runner(otherName.values()).run(context -> assertThat(wrong(otherName, context)).isPresent());
    }

    @Test
    void whatShipsIsRefusedByNobodyAndWarnedOfByNobody() {
        runner(Map.of()).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(CheckedSettingsConfiguration.warnings(context.getBean(KnownSettings.class),
                    shipped(context.getEnvironment()))).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "lotsen.staff.idle-time=abc | lotsen.staff.idle-time (LOTSEN_STAFF_IDLE_TIME) går inte att använda: värdet abc"
                    + " är ingen tid. Skriv till exempel 500ms, 30s, 15m, 12h eller 90d.",
            "lotsen.gaps.window=-1d | lotsen.gaps.window (LOTSEN_GAPS_WINDOW) går inte att använda: värdet måste vara"
                    + " minst 1h, men är PT-24H.",
            "lotsen.model.provider=gpt | lotsen.model.provider (LOTSEN_MODEL_PROVIDER) går inte att använda: värdet gpt"
                    + " finns inte. Välj bland none, openai-compatible, azure-openai, ollama, anthropic, mistral, gemini.",
            "lotsen.delivery.webhook.secret=hemlig | lotsen.delivery.webhook (LOTSEN_DELIVERY_WEBHOOK) går inte att"
                    + " använda: url och secret behövs för webhooken. Ange dem, eller ta bort alla inställningar för"
                    + " webhook.",
            "lotsen.staff.oidc.client-secret-file=/finns/inte | lotsen.staff.oidc.client-secret-file"
                    + " (LOTSEN_STAFF_OIDC_CLIENT_SECRET_FILE) går inte att använda: filen /finns/inte kan inte läsas."
                    + " Kontrollera sökvägen och att tjänstens användare får läsa den."})
    void theLineSaysWhatToDo(String setting, String line) {
        runner(Map.of(setting.split("=")[0], setting.split("=")[1]))
                .run(context -> assertThat(line(context)).isEqualTo(line));
    }

    @Test
    void noSecretIsShown() {
        for (String secret : List.of("lotsen.delivery.webhook.secret", "lotsen.model.api-key",
                "lotsen.delivery.email.password")) {
            assertThat(SettingName.isSecret(secret)).isTrue();
            runner(Map.of(secret, "hemligheten-själv")).run(context -> {
                if (context.getStartupFailure() != null) {
                    assertThat(line(context)).doesNotContain("hemligheten-själv");
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"lotsen.staf.idle-time,lotsen.staff.idle-time",
            "lotsen.staff.idel-time,lotsen.staff.idle-time",
            "LOTSEN_CHAT_KEPALIVES,lotsen.chat.keep-alive", "LOTSEN_DATADIRR,lotsen.data-dir"})
    void theNameThatWasMeantIsTold(String wrong, String meant) {
        runner(Map.of()).run(context -> assertThat(CheckedSettingsConfiguration
                .warnings(context.getBean(KnownSettings.class), with(wrong)).getFirst())
                .contains("används inte", "Menar du " + meant + "?"));
    }

    @ParameterizedTest
    @CsvSource({"LOTSEN_STAFF_IDLE_TIME,30m", "LOTSEN_STAFF_IDLETIME,30m", "lotsen.staff.idleTime,30m",
            "LOTSEN_STAFF_OIDC_ROLES_RECORDSOFFICER,arkiv",
            "LOTSEN_WIDGET_SITES_0,https://www.kommun.example",
            "LOTSEN_DATA_DIR,data", "LOTSEN_JAVA_OPTS,-Xmx1g", "LOTSEN_MODEL_FALLBACKS_0_NAME,x"})
    void eachWayOfWritingANameIsKnown(String name, String value) {
        Map<String, String> set = new HashMap<>(Map.of(name, value));
        if (name.contains("FALLBACKS")) {
            set.putAll(
                    Map.of("LOTSEN_MODEL_FALLBACKS_0_PROVIDER", "mistral", "LOTSEN_MODEL_PROVIDER", "mistral",
                            "LOTSEN_MODEL_NAME", "y"));
        }
        runner(set).run(context -> assertThat(CheckedSettingsConfiguration
                .warnings(context.getBean(KnownSettings.class), context.getEnvironment())).isEmpty());
    }

    private static Optional<String> wrong(Mutation mutation, AssertableApplicationContext context) {
        boolean failed = context.getStartupFailure() != null;
        String what = mutation.toString().replaceAll("\\p{Cntrl}", "?") + ": ";
        if (mutation.expected() == Mutation.Expected.WARNED) {
            List<String> told = failed
                    ? List.of()
                    : CheckedSettingsConfiguration
                            .warnings(context.getBean(KnownSettings.class), context.getEnvironment());
            return told.stream()
                    .anyMatch(line -> line.startsWith(mutation.setting() + " ") && line.contains("Menar du"))
                            ? Optional.empty()
                            : Optional.of(what + told);
        }
        if (!failed) {
            return mutation.expected() == Mutation.Expected.EITHER
                    ? Optional.empty()
                    : Optional.of(what + "started");
        }
        String line = line(context);
        // What lacks a part is refused by the name of the whole.
        boolean clear = line != null && line.startsWith("lotsen.")
                && ((mutation.setting() + ".").startsWith(line.split(" ")[0] + ".")
                        || mutation.expected() == Mutation.Expected.EITHER
                                && parent(line).equals(parent(mutation.setting())))
                && line.contains(") går inte att använda: ") && !line.contains("\n") && line.endsWith(".")
                && !line.contains("java.") && !line.contains("Exception") && line.length() < 400;
        return clear ? Optional.empty() : Optional.of(what + line);
    }

    /** What an odd text needs beside it may be asked for first. */
    private static String parent(String name) {
        return name.split(" ")[0].replaceAll("\\.[^.]*$", "");
    }

    private static @Nullable String line(AssertableApplicationContext context) {
        FailureAnalysis said = new SettingFaultAnalyzer(new StandardEnvironment())
                .analyze(Objects.requireNonNull(context.getStartupFailure()));
        return said == null ? null : said.getDescription();
    }

    private static ApplicationContextRunner runner(Map<String, String> values) {
        return new ApplicationContextRunner()
                .withUserConfiguration(CheckedSettingsConfiguration.class, Reading.class)
                .withInitializer(context -> {
                    context.getEnvironment().getPropertySources().remove("systemProperties");
                    context.getEnvironment().getPropertySources().remove("systemEnvironment");
                    context.getEnvironment().getPropertySources()
                            .addFirst(values.keySet().stream().anyMatch(name -> name.startsWith("LOTSEN_"))
                                    ? new SystemEnvironmentPropertySource("mutated-systemEnvironment",
                                            new HashMap<>(values))
                                    : new MapPropertySource("mutated", new HashMap<>(values)));
                    RECORDS.forEach(
                            record -> register((BeanDefinitionRegistry) context.getBeanFactory(), record));
                });
    }

    /** As {@code @EnableConfigurationProperties} does it, for records that other rooms keep to themselves. */
    private static void register(BeanDefinitionRegistry registry, Class<?> record) {
        try {
            Class<?> registrar = Class
                    .forName(
                            "org.springframework.boot.context.properties.ConfigurationPropertiesBeanRegistrar");
            Constructor<?> made = registrar.getDeclaredConstructor(BeanDefinitionRegistry.class);
            made.setAccessible(true);
            Method register = registrar.getDeclaredMethod("register", Class.class);
            register.setAccessible(true);
            register.invoke(made.newInstance(registry), record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(
                false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("se.lotsen").stream().<Class<?>>map(found -> ClassUtils
                .resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null)).toList();
    }

    private static Map<String, Class<?>> settings() {
        Map<String, Class<?>> all = new TreeMap<>();
        RECORDS.forEach(
                record -> leaves(record.getAnnotation(ConfigurationProperties.class).value(), record, all));
        assertThat(all).hasSizeGreaterThan(80);
        return all;
    }

    private static void leaves(String prefix, Class<?> record, Map<String, Class<?>> all) {
        for (RecordComponent part : record.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(part.getName());
            if (part.getType().isRecord()) {
                leaves(name, part.getType(), all);
            } else {
                all.put(name, part.getType());
            }
        }
    }

    private static Environment with(String name) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().stream().map(source -> source.getName()).toList()
                .forEach(settings.getPropertySources()::remove);
        settings.getPropertySources().addFirst(name.startsWith("LOTSEN")
                ? new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "x"))
                : new MapPropertySource("arguments", Map.of(name, "x")));
        ConfigurationPropertySources.attach(settings);
        return settings;
    }

    private static Environment shipped(Environment around) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        StandardEnvironment settings = new StandardEnvironment();
        Map<String, Object> all = new HashMap<>();
        Objects.requireNonNull(yaml.getObject()).forEach((key, value) -> all.put(key.toString(), value));
        settings.getPropertySources().stream().map(source -> source.getName()).toList()
                .forEach(settings.getPropertySources()::remove);
        settings.getPropertySources().addFirst(new MapPropertySource("application", all));
        ConfigurationPropertySources.attach(settings);
        return settings;
    }
}
