package se.lotsen.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/** Makes a {@link Look} of {@code widget.yaml} and reports everything that is wrong, each fault with its line. */
final class LookReader {
    /** The languages of the citizens' interface. */
    static final List<String> LANGUAGES = List.of(Look.SWEDISH, "sv-x-lattlast", "en", "fi", "ar", "so");
    private static final int MOST_QUESTIONS = 4;

    private final LookFaults faults;
    private final KnowledgeFolder folder;

    private LookReader(LookFaults faults, KnowledgeFolder folder) {
        this.faults = faults;
        this.folder = folder;
    }

    /** The look of a folder that has no {@code widget.yaml}. */
    static Look defaults(KnowledgeFolder folder) {
        try (InputStream in = Objects
                .requireNonNull(LookReader.class.getResourceAsStream("widget-default.yaml"))) {
            List<Finding> findings = new ArrayList<>();
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), folder, null, findings::add)
                    .orElseThrow(() -> new IllegalStateException(findings.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The look, or empty when anything was reported. */
    static Optional<Look> read(String yaml, KnowledgeFolder folder, Consumer<Finding> reported) {
        return read(yaml, folder, defaults(folder).light(), reported);
    }

    private static Optional<Look> read(String yaml, KnowledgeFolder folder, @Nullable Palette defaults,
            Consumer<Finding> reported) {
        Optional<LookYaml> raw = StrictYaml.read(LookFaults.FILE, 1, yaml, LookYaml.class, reported);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        LookFaults faults = new LookFaults(yaml);
        Look look = new LookReader(faults, folder).look(raw.get(), defaults);
        faults.tell(reported);
        return faults.none() ? Optional.of(look) : Optional.empty();
    }

    private Look look(LookYaml raw, @Nullable Palette defaults) {
        PaletteReader palettes = new PaletteReader(faults);
        LookYaml.Colours colours = raw.colours();
        String name = faults.text("/name", raw.name());
        Look.Position position = position(raw.position());
        Palette light = palettes.light(colours == null ? null : colours.light(), defaults);
        Palette dark = palettes.dark(colours == null ? null : colours.dark(), light);
        return new Look(name, position, light, dark, greetings(raw.greeting()), questions(raw.questions()),
                statement(raw.accessibility()), LogoReader.read(folder, raw.logo(), faults));
    }

    private Look.Position position(@Nullable String word) {
        if (word == null || word.equals(Look.Position.END.word())) {
            return Look.Position.END;
        }
        if (!word.equals(Look.Position.START.word())) {
            faults.invalid("/position");
        }
        return Look.Position.START;
    }

    private Map<String, String> greetings(@Nullable Map<String, @Nullable String> written) {
        Map<String, String> greetings = new HashMap<>();
        faults.text("/greeting/sv", written == null ? null : written.get(Look.SWEDISH));
        if (written != null) {
            written.forEach((lang, text) -> {
                String at = language("/greeting", lang);
                if (!lang.equals(Look.SWEDISH) || text != null) {
                    greetings.put(lang, faults.text(at, text));
                }
            });
        }
        return greetings;
    }

    private Map<String, List<String>> questions(
            @Nullable Map<String, @Nullable List<@Nullable String>> written) {
        Map<String, List<String>> questions = new HashMap<>();
        if (written == null || !written.containsKey(Look.SWEDISH)) {
            faults.text("/questions/sv", null);
        }
        if (written != null) {
            written.forEach(
                    (lang, list) -> questions.put(lang, questions(language("/questions", lang), list)));
        }
        return questions;
    }

    private List<String> questions(String pointer, @Nullable List<@Nullable String> list) {
        List<String> read = new ArrayList<>();
        if (list != null && list.size() > MOST_QUESTIONS) {
            faults.invalid(pointer);
        }
        for (int i = 0; list != null && i < list.size(); i++) {
            read.add(faults.text(YamlLines.at(pointer, i), list.get(i)));
        }
        return List.copyOf(read);
    }

    private String language(String pointer, String lang) {
        String at = YamlLines.at(pointer, lang);
        if (!LANGUAGES.contains(lang)) {
            faults.report(at, Finding.Code.UNKNOWN_FIELD, lang);
        }
        return at;
    }

    private Statement statement(LookYaml.@Nullable Accessibility raw) {
        LookYaml.Authority authority = raw == null ? null : raw.authority();
        List<Statement.Shortcoming> shortcomings = new ArrayList<>();
        List<LookYaml.@Nullable Shortcoming> written = raw == null ? null : raw.shortcomings();
        for (int i = 0; written != null && i < written.size(); i++) {
            shortcomings.add(shortcoming(YamlLines.at("/accessibility/shortcomings", i), written.get(i)));
        }
        return new Statement(
                faults.text("/accessibility/authority/name", authority == null ? null : authority.name()),
                address("/accessibility/authority/url", authority == null ? null : authority.url()),
                raw == null || raw.contact() == null ? null : raw.contact().strip(),
                day("/accessibility/reviewed", raw == null ? null : raw.reviewed()),
                faults.text("/accessibility/method", raw == null ? null : raw.method()),
                List.copyOf(shortcomings));
    }

    private Statement.Shortcoming shortcoming(String at, LookYaml.@Nullable Shortcoming raw) {
        return new Statement.Shortcoming(
                faults.text(YamlLines.at(at, "what"), raw == null ? null : raw.what()),
                faults.text(YamlLines.at(at, "who"), raw == null ? null : raw.who()),
                faults.text(YamlLines.at(at, "remedy"), raw == null ? null : raw.remedy()));
    }

    private String address(String pointer, @Nullable String value) {
        String address = faults.text(pointer, value);
        if (!address.isEmpty() && !address.matches("https?://[^\\s\"'<>]+")) {
            faults.invalid(pointer);
        }
        return address;
    }

    private LocalDate day(String pointer, @Nullable String value) {
        String day = faults.text(pointer, value);
        try {
            return day.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            faults.invalid(pointer);
            return LocalDate.EPOCH;
        }
    }
}
