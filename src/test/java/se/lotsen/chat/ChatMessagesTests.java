package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.chat.ChatProblem.Type;

/** The texts of the citizen's interface: no language lacks one, none is unused, and none that is asked for is missing. */
class ChatMessagesTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String CHAT = "se/lotsen/chat/messages";
    /** Begin codes that are put together from a value. */
    private static final Set<String> DYNAMIC = Set.of("problem.", "hidden.", "promise.contact.",
            "promise.field.", "satisfaction.question.", "satisfaction.score.", "error.",
            "chat.delete.");
    /** Begin codes that only the sample municipality's own Swedish pages have. */
    private static final Set<String> MUNICIPALITY = Set.of("site.", "title.separator", "home.", "source.");
    private static final Set<String> CITIZENS_TEMPLATES = Set.of("notice", "asking", "conversation", "turn",
            "person",
            "promise", "kod", "satisfaction", "leaving", "languages", "contact");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern TEXT = Pattern.compile("\\btext\\(\\s*['\"`]([\\w.-]+)");

    @ParameterizedTest
    @ValueSource(strings = {CHAT, "se/lotsen/handover/messages", "se/lotsen/delivery/promises"})
    void everyLanguageHasTheSameTextsWithTheSamePlaceholders(String base) {
        Map<String, String> swedish = texts(base, ChatLanguage.SWEDISH);
        for (ChatLanguage language : ChatLanguage.values()) {
            assertThat(placeholders(texts(base, language))).as(base + " " + language.tag())
                    .isEqualTo(placeholders(swedish));
        }
    }

    /** In a message with placeholders an apostrophe would be a quotation mark, and vanish. */
    @ParameterizedTest
    @EnumSource
    void textsHaveTypographicApostrophesAndNoPlaceholderThatIsQuoted(ChatLanguage language) {
        assertThat(texts(CHAT, language).values()).noneMatch(text -> text.contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmptyOrWrittenTwice(ChatLanguage language) {
        List<String> codes = source(CHAT, language).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0]).toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(texts(CHAT, language)).hasSize(codes.size()).allSatisfy(
                (code, text) -> assertThat(text).as(code).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(names = {"FINNISH", "ARABIC", "SOMALI", "EASY_SWEDISH"})
    void aFileThatNobodyHasReviewedSaysSoFirst(ChatLanguage language) {
        assertThat(source(CHAT, language))
                .matches("(?s)# Needs a (native reader|plain-language editor)'s review\\..*");
    }

    @ParameterizedTest
    @EnumSource
    void theWayToAPersonHasOneNameInEachLanguage(ChatLanguage language) {
        Map<String, String> texts = texts(CHAT, language);
        assertThat(List.of(texts.get("turn.handover"), texts.get("person.short")))
                .containsOnly(texts.get("person.title"));
    }

    @ParameterizedTest
    @EnumSource
    void whomToCallIsSaidWithoutAnAddressWhereThereIsNone(ChatLanguage language) {
        Map<String, String> texts = texts(CHAT, language);
        assertThat(texts.get("person.call")).startsWith(texts.get("person.call.phone"));
    }

    @Test
    void everyTextThatModulesAndTemplatesAskForIsThere() {
        Set<String> codes = texts(CHAT, ChatLanguage.SWEDISH).keySet();
        Set<String> asked = new TreeSet<>();
        modules().forEach(module -> asked.addAll(found(TEXT, read(module))));
        citizensTemplates().forEach(template -> asked.addAll(found(MESSAGE, read(template))));
        everywhere().forEach(file -> asked.addAll(quoted(read(file), codes)));
        assertThat(asked).hasSizeGreaterThan(80);
        asked.removeIf(code -> DYNAMIC.contains(code) || begins(code, MUNICIPALITY) && isMunicipalitys(code));
        assertThat(asked).isSubsetOf(codes);
    }

    @Test
    void noTextIsUnused() {
        String all = everywhere().map(ChatMessagesTests::read).collect(Collectors.joining("\n"));
        assertThat(texts(CHAT, ChatLanguage.SWEDISH).keySet().stream()
                .filter(code -> !begins(code, DYNAMIC))
                .filter(code -> !Pattern.compile("[{'\"`]" + Pattern.quote(code) + "(?![\\w.-])").matcher(all)
                        .find()))
                .isEmpty();
    }

    @Test
    void everyProblemHasItsTextAndNoOther() {
        assertThat(texts(CHAT, ChatLanguage.SWEDISH).keySet().stream()
                .filter(code -> code.startsWith("problem.")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Type.values())
                        .map(type -> "problem." + type.code()).toList());
    }

    /** Quoted codes, such as {@code 'turn.you'} in a list. What begins like a code is taken for one, but for selectors of forms. */
    private static Set<String> quoted(String source, Set<String> codes) {
        String beginnings = codes.stream().map(code -> code.substring(0, code.indexOf('.') + 1)).distinct()
                .filter(beginning -> !beginning.equals("form.")).map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return found(Pattern.compile("['`\"]((?:" + beginnings + ")[A-Za-z][\\w.-]*)['`\"]"), source).stream()
                .filter(code -> !code.endsWith(".js")).collect(Collectors.toSet());
    }

    private static boolean isMunicipalitys(String code) {
        return texts("messages", ChatLanguage.SWEDISH).containsKey(code);
    }

    private static boolean begins(String code, Set<String> beginnings) {
        return beginnings.stream().anyMatch(code::startsWith);
    }

    private static Set<String> found(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static Stream<Path> modules() {
        return list(RESOURCES.resolve("static/chat"), ".js");
    }

    private static Stream<Path> citizensTemplates() {
        return list(RESOURCES.resolve("templates"), ".html").filter(file -> {
            String name = file.getFileName().toString().replace(".html", "");
            return CITIZENS_TEMPLATES.contains(name) || name.startsWith("chat");
        });
    }

    /** Whatever shows texts to citizens: modules, templates, the room itself and that of its pages. */
    private static Stream<Path> everywhere() {
        return Stream.of(modules(), list(RESOURCES.resolve("templates"), ".html"),
                list(RESOURCES.resolve("templates/error"), ".html"),
                list(Path.of("src/main/java/se/lotsen/chat"), ".java"),
                list(Path.of("src/main/java/se/lotsen/pages"), ".java"),
                list(Path.of("src/main/java/se/lotsen/widget"), ".java")).flatMap(files -> files);
    }

    private static Stream<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> texts) {
        Map<String, Set<String>> placeholders = new TreeMap<>();
        texts.forEach((code, text) -> placeholders.put(code, PLACEHOLDER.matcher(text).results()
                .map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new))));
        return placeholders;
    }

    private static Map<String, String> texts(String base, ChatLanguage language) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(source(base, language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((code, text) -> texts.put(code.toString(), text.toString()));
        return texts;
    }

    private static String source(String base, ChatLanguage language) {
        return read(RESOURCES.resolve(base + "_" + language.tag() + ".properties"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
