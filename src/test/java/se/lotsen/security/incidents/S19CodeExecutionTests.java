package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.LotsenApplication;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;

/**
 * S19, Flowise CVE-2026-41268 and CVE-2025-59528, Langflow CVE-2025-3248, Rasa CVE-2024-49375 and CVE-2021-41127: configuration, models and
 * archives that ran code.
 */
@ServiceTest
class S19CodeExecutionTests extends TownTests {
    private static final String[] RUNS_CODE = {"java.io.ObjectInputStream",
            "javax.script.ScriptEngineManager", "java.lang.ProcessBuilder",
            "java.net.URLClassLoader", "java.beans.XMLDecoder", "java.util.jar.JarFile",
            "javax.naming.InitialContext",
            "java.rmi.Naming", "javax.tools.ToolProvider"};

    @Test
    void nothingInTheProductRunsWhatItIsGiven() throws Exception {
        Path classes = Path
                .of(LotsenApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        JavaClasses product = new ClassFileImporter().importPath(classes);
        assertThat(product.size()).isGreaterThan(500);
        for (String type : RUNS_CODE) {
            ArchRuleDefinition.noClasses().should().dependOnClassesThat().haveFullyQualifiedName(type)
                    .check(product);
        }
        ArchRuleDefinition.noClasses().should().dependOnClassesThat()
                .resideInAPackage("org.springframework.expression..").check(product);
        ArchRuleDefinition.noClasses().should().callMethod(Runtime.class, "exec", String.class)
                .check(product);
        ArchRuleDefinition.noClasses().should().callMethod(Class.class, "forName", String.class)
                .check(product);
        ArchRuleDefinition.noClasses().that().doNotHaveSimpleName("Workbook").should().dependOnClassesThat()
                .haveFullyQualifiedName("java.util.zip.ZipInputStream").check(product);
        ArchRuleDefinition.noClasses().that().resideOutsideOfPackage("se.lotsen.backup").should()
                .dependOnClassesThat().haveFullyQualifiedName("java.util.zip.ZipFile")
                .because(
                        "the operator's own backup alone is unpacked, by a command, each entry by its checksum")
                .check(product);
        ArchRuleDefinition.noClasses().that().haveSimpleName("Workbook").should().dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .because("an archive is read in memory and never unpacked to disk").check(product);
    }

    @Test
    void noTemplateEvaluatesTwice() {
        Map<Path, String> templates = Sources.of("src/main/resources/templates", ".html");
        assertThat(Sources.containing(templates,
                "__\\$\\{|__\\*\\{|th:inline=.javascript|\\[\\(\\$\\{|\\bT\\((?!java\\.util\\.List\\)|se\\.lotsen\\.)|#ctx|\\bnew \\w+\\("))
                .isEmpty();
        assertThat(Sources.containing(templates,
                "th:(replace|insert|include)=\"(?!\\$\\{content})[^\"(]*\\$\\{"))
                .as("fragments by name alone, or as one template hands them to another").isEmpty();
        assertThat(Sources.containing(Sources.of("src/main/java", ".java"),
                "Rendering\\.view\\((?!\"|VIEW|name|ERROR|PAGE)[a-z]+\\.(get|first|param)")).isEmpty();
    }

    @Test
    void anExpressionInAnAddressOrAFieldStaysText() {
        Principal all = town.member("alla", List.of("allmant"), StaffRole.values());
        for (String expression : List.of("${7*191}", "#{7*191}", "*{7*191}", "__${7*191}__::.x",
                "[[${7*191}]]", "@{7*191}", "${T(java.lang.Runtime)}",
                "::${7*191}", "~{x :: y}", "{{7*191}}", "<%= 7*191 %>", "%24%7B7*191%7D")) {
            String encoded = java.net.URLEncoder.encode(expression, StandardCharsets.UTF_8).replace("+",
                    "%20");
            for (String path : List.of("/knowledge/" + encoded, "/editor/installningar/" + encoded,
                    "/fraga?lang=" + encoded, "/desk/sok?ord=" + encoded,
                    "/staff/sign-in?besked=" + encoded + "&till=" + encoded, "/editor/sidor/ny?id=" + encoded,
                    "/editor/luckor/" + encoded)) {
                Reply reply = town.caller.get(path, all);
                assertThat(reply.status()).as(path).isLessThan(500);
                assertThat(reply.everything()).as(path).doesNotContain("1337");
            }
        }
    }
}
