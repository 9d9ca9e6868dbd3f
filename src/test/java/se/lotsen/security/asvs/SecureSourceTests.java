package se.lotsen.security.asvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the product's source never does; each rule is shown to bite on a line that breaks it. */
class SecureSourceTests {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void noCommandOfTheOperatingSystemIsRun() {
        holds(JAVA, ".java", "ProcessBuilder|getRuntime\\(\\)\\s*\\.exec",
                "new ProcessBuilder(name).start();");
    }

    @Test
    void noTextIsRunAsCode() {
        holds(JAVA, ".java",
                "ScriptEngine|ExpressionParser|GroovyShell|defineClass|ObjectInputStream|XMLDecoder"
                        + "|enableDefaultTyping|activateDefaultTyping|@JsonTypeInfo",
                "new ObjectInputStream(in)");
    }

    @Test
    void noDirectoryIsAskedAndNoXmlIsReadByAParserOfOurOwn() {
        holds(JAVA, ".java",
                "javax\\.naming|InitialContext|DirContext|DocumentBuilder|SAXParser|XMLInputFactory"
                        + "|XPathFactory|TransformerFactory|MemcachedClient",
                "import javax.naming.InitialContext;");
    }

    @Test
    void noOutdatedCryptographyIsUsed() {
        holds(JAVA, ".java",
                "\"(MD5|SHA-?1|DES|DESede|RC4)\"|getInstance\\(\"AES\"|/ECB|/CBC|PKCS1Padding|HmacMD5|HmacSHA1",
                "Cipher.getInstance(\"AES/ECB/NoPadding\")");
    }

    @Test
    void certificatesAreCheckedAsJavaChecksThem() {
        holds(JAVA, ".java",
                "TrustManager|HostnameVerifier|NoopHostname|InsecureTrust|setEndpointIdentificationAlgorithm",
                "HostnameVerifier all = (host, session) -> true;");
    }

    /** The evaluation, which no request reaches, has seeds that are printed. */
    @Test
    void whatNobodyMayGuessComesFromASecureSource() {
        Pattern guessable = Pattern.compile("new Random\\(|Math\\.random|ThreadLocalRandom");
        assertThat(guessable.matcher("new Random(7)").find()).isTrue();
        assertThat(files(JAVA, ".java").entrySet())
                .filteredOn(file -> guessable.matcher(file.getValue()).find())
                .extracting(file -> file.getKey().getParent().getFileName().toString())
                .containsOnly("evaluation", "confidence");
    }

    @Test
    void noScriptMakesMarkupOrCodeOfText() {
        holds(RESOURCES, ".js",
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
                        + "|set(Timeout|Interval)\\(\\s*['\"`]|javascript:|__proto__",
                "part.innerHTML = text;");
    }

    @Test
    void aScriptHearsAnotherWindowOnlyWhenItKnowsIt() {
        assertThat(files(RESOURCES, ".js").entrySet())
                .filteredOn(file -> file.getValue().contains("addEventListener('message'")
                        && !file.getValue().contains("BroadcastChannel"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getValue()).as(file.getKey().toString())
                        .containsPattern("\\b(source|from|origin) (===|!==) "));
    }

    @Test
    void noTextIsPutUnescapedIntoAPage() {
        Set<String> known = Set.of("parts.html", "preview.html", "source-page.html", "document.html");
        Pattern raw = Pattern.compile("th:utext|\\[\\(|th:inline\\s*=\\s*\"javascript|__\\$\\{");
        assertThat(raw.matcher("<p th:utext=\"${question}\">").find()).isTrue();
        assertThat(files(RESOURCES.resolve("templates"), ".html").entrySet())
                .filteredOn(file -> raw.matcher(file.getValue()).find())
                .extracting(file -> file.getKey().getFileName().toString())
                .as("drawings that are made here, and Markdown whose HTML is escaped: MarkdownTextTests")
                .allMatch(known::contains);
    }

    @Test
    void noStyleOrScriptStandsInAPage() {
        holds(RESOURCES.resolve("templates"), ".html",
                "<script(?![^>]*\\b(src|th:src)=)[^>]*>|\\son[a-z]+=\"",
                "<button onclick=\"go()\">");
    }

    /** Values travel as parameters; what is put together are constants. */
    @Test
    void noSqlIsPutTogetherOfWhatSomebodyWrote() {
        assertThat(sqlFaults("database.sql(\"select * from x where name = '\" + name + \"'\").list()"))
                .isNotEmpty();
        assertThat(sqlFaults("database.sql(SELECT + \" where id = :id\").param(\"id\", id)")).isEmpty();
        // The exceptions are put together of constants of their own; values are parameters there, too.
        Set<String> looked = Set.of("CaseSearch.java", "ThreatTable.java", "Outbox.java", "GapTable.java",
                "PromiseTable.java", "Standings.java", "AuditTable.java", "ConversationDisposal.java",
                "EventLog.java", "ContactSearch.java", "PersonRows.java");
        Map<String, List<String>> faults = new TreeMap<>();
        files(JAVA, ".java").forEach((file, text) -> {
            List<String> found = sqlFaults(text);
            if (!found.isEmpty() && !looked.contains(file.getFileName().toString())) {
                faults.put(file.getFileName().toString(), found);
            }
        });
        assertThat(faults).isEmpty();
    }

    private static List<String> sqlFaults(String text) {
        return Pattern.compile("\\.sql\\(").matcher(text).results().map(at -> argument(text, at.end()))
                .map(argument -> argument.replaceAll("(?s)\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\])*\"", "L"))
                .filter(argument -> Pattern
                        .compile("\\+\\s*[a-z]|formatted\\([^)]*\\b[a-z][A-Za-z]*\\b(?!\\()")
                        .matcher(argument).find())
                .toList();
    }

    private static String argument(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length() && depth > 0) {
            char sign = text.charAt(at++);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        }
        return text.substring(from, at);
    }

    private static void holds(Path folder, String ending, String forbidden, String planted) {
        Pattern rule = Pattern.compile(forbidden);
        assertThat(rule.matcher(planted).find()).as("the rule bites on " + planted).isTrue();
        Map<Path, String> files = files(folder, ending);
        assertThat(files).isNotEmpty();
        assertThat(files.entrySet().stream().flatMap(file -> {
            Matcher found = rule.matcher(file.getValue());
            return found.find() ? Stream.of(file.getKey() + ": " + found.group()) : Stream.empty();
        })).isEmpty();
    }

    private static Map<Path, String> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(file -> file, SecureSourceTests::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
