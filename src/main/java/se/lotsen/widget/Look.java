package se.lotsen.widget;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality shows the chat: its name and mark, colours that everybody can read, and the first words. From
 * {@code widget.yaml}; never changes, a changed file makes a new one.
 */
public final class Look {
    static final String SWEDISH = "sv";

    private final String name;
    private final Position position;
    private final Palette light;
    private final Palette dark;
    private final Map<String, String> greetings;
    private final Map<String, List<String>> questions;
    private final Statement statement;
    private final @Nullable Logo logo;

    Look(String name, Position position, Palette light, Palette dark, Map<String, String> greetings,
            Map<String, List<String>> questions, Statement statement, @Nullable Logo logo) {
        this.name = name;
        this.position = position;
        this.light = light;
        this.dark = dark;
        this.greetings = Map.copyOf(greetings);
        this.questions = Map.copyOf(questions);
        this.statement = statement;
        this.logo = logo;
    }

    /** The side of a page, in the direction of its language. */
    public enum Position {
        /** Left, and right where one writes from right to left. */
        START,
        /** Right, and left where one writes from right to left. */
        END;

        /** As the editors' file and the tag write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A text and the language it is in, which need not be the one that was asked for.
     *
     * @param lang BCP 47 tag
     */
    public record Words(String lang, String text) {
    }

    /** The municipality's. */
    public String name() {
        return name;
    }

    /** Where the launcher stands. */
    public Position position() {
        return position;
    }

    /** The first words, in Swedish where there are none in the language. */
    public Words greeting(String lang) {
        String known = greetings.containsKey(lang) ? lang : SWEDISH;
        return new Words(known, greetings.getOrDefault(known, ""));
    }

    /** At most four questions to begin with, in Swedish where there are none in the language. */
    public List<Words> questions(String lang) {
        String known = questions.containsKey(lang) ? lang : SWEDISH;
        return questions.getOrDefault(known, List.of()).stream().map(text -> new Words(known, text)).toList();
    }

    /** Whether the municipality has a mark of its own at {@code /look/logo}. */
    public boolean hasLogo() {
        return logo != null;
    }

    @Nullable
    Logo logo() {
        return logo;
    }

    Palette light() {
        return light;
    }

    Palette dark() {
        return dark;
    }

    Statement statement() {
        return statement;
    }

    /** The style sheet: colours for every page, and dark ones only for the chat, whose every part is made for them. */
    String css() {
        return ":root{" + light.css() + "}\n@media (prefers-color-scheme:dark){html.chat{color-scheme:dark;"
                + dark.css()
                + "}}\n";
    }
}
