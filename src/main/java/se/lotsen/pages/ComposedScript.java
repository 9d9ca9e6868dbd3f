package se.lotsen.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the chat's modules together into one, each in a function of its own, in the order in which they need each other: one
 * request, a third less on the wire, and nothing that could not be loaded once the server is gone. Knows only what our
 * modules use, named imports from siblings and named exports of declarations, and refuses everything else:
 * {@link IllegalStateException}. What runs in a browser is otherwise line by line what stands in the files.
 */
final class ComposedScript {
    private static final Pattern IMPORT = Pattern
            .compile("(?m)^import \\{ (\\w+(?:, \\w+)*) \\} from '\\./([\\w-]+)\\.js';\\n");
    private static final Pattern EXPORT = Pattern
            .compile("(?m)^export (?=(?:async )?(?:const|function\\*?|class) (\\w+))");
    private static final Pattern UNKNOWN = Pattern.compile("(?m)^(import|export)\\b.*|\\bimport\\(.*");

    private final UnaryOperator<String> source;
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> exported = new HashSet<>();
    private final List<String> parts = new ArrayList<>();

    private ComposedScript(UnaryOperator<String> source) {
        this.source = source;
    }

    /**
     * @param main the module that starts the page, without {@code .js}
     * @param source a module's text by its name, with line feeds
     * @throws IllegalStateException for modules that need each other, that export one name twice, or that use another form
     */
    static String of(String main, UnaryOperator<String> source) {
        ComposedScript script = new ComposedScript(source);
        script.add(main);
        return String.join("", script.parts);
    }

    private void add(String module) {
        if (done.contains(module)) {
            return;
        }
        if (!underWay.add(module)) {
            throw new IllegalStateException("Modules need each other: " + underWay + " " + module);
        }
        String text = source.apply(module);
        IMPORT.matcher(text).results().map(found -> found.group(2)).forEach(this::add);
        List<String> names = EXPORT.matcher(text).results().map(found -> found.group(1)).toList();
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
        UNKNOWN.matcher(body).results().map(MatchResult::group).findFirst().ifPresent(line -> {
            throw new IllegalStateException(module + ".js: " + line);
        });
        names.stream().filter(name -> !exported.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException(module + ".js exports what another module does: " + name);
        });
        String all = names.stream().collect(Collectors.joining(", "));
        parts.add(names.isEmpty()
                ? "(() => {\n" + body + "})();\n"
                : "const { " + all + " } = (() => {\n" + body + "return { " + all + " };\n})();\n");
        underWay.remove(module);
        done.add(module);
    }
}
