package se.lotsen.security;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Statement;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.model.LyingModel;
import se.lotsen.testing.model.LyingModel.Lie;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Wire;

/** One planted falsehood in an otherwise good answer never reaches a citizen. */
@Execution(ExecutionMode.CONCURRENT)
class LyingModelTests {
    private static final long SEED = Long.getLong("lotsen.seed", 20261122L);
    private static final int PLANTED = Integer.getInteger("lotsen.lies", 300);

    private final Library library = Library.read(KnowledgeFiles.shipped());
    private final Set<String> statements = library.pages().values().stream()
            .flatMap(page -> page.passages().stream()).flatMap(passage -> passage.statements().stream())
            .map(Statement::text).map(LyingModelTests::plain).collect(Collectors.toSet());
    private final Map<Lie, int[]> counts = new EnumMap<>(Lie.class);
    private final List<String> heard = new ArrayList<>();

    @Test
    void noPlantedFalsehoodIsHeard() {
        LyingModel model = new LyingModel(SEED);
        int planted = 0;
        try (ModelServer server = ModelServer.start(model);
                Assistant assistant = Assistant.setup().model(server, Wire.OPENAI).start()) {
            server.onlyCount();
            List<String> questions = questions();
            for (int run = 0; planted < PLANTED && run < 40 * PLANTED; run++) {
                Lie lie = Lie.values()[run % Lie.values().length];
                model.lieAbout(lie);
                Given given = assistant.ask(questions.get(run / Lie.values().length % questions.size()));
                if (model.planted().isPresent()) {
                    planted++;
                    count(lie, model.planted().get(), given);
                }
            }
        }
        counts.forEach((lie, count) -> System.out.printf("| lie %s | %d planted | %d heard |%n", lie,
                count[0], count[1]));
        System.out.printf("| lies, all (seed %d) | %d planted | %d heard |%n", SEED, planted, heard.size());
        assertThat(planted).isEqualTo(PLANTED);
        assertThat(heard).as("-Dlotsen.seed=" + SEED).isEmpty();
    }

    /** The model's true sentences are the pages' own or parts of them, so what stands on no page is the lie. */
    private void count(Lie lie, String planted, Given given) {
        int[] count = counts.computeIfAbsent(lie, key -> new int[2]);
        count[0]++;
        List<String> said = new ArrayList<>(
                given.sentences().stream().filter(text -> !text.sources().isEmpty())
                        .map(text -> text.text())
                        .filter(text -> !isOnAPage(plain(text)))
                        .toList());
        given.explanation().checks().added().stream().filter(added -> added.check().equals("DATE"))
                .forEach(added -> said.remove(added.sentence()));
        if (!said.isEmpty()) {
            count[1]++;
            heard.add(lie + ": " + planted + " -> " + said + " of "
                    + given.explanation().pages().getFirst().page());
        }
    }

    private boolean isOnAPage(String sentence) {
        return statements.stream().anyMatch(statement -> statement.contains(sentence));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[.!?,;:]+$", "");
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>();
        for (Page page : library.pages().values()) {
            questions.addAll(page.metadata().questions());
            questions.addAll(page.metadata().phrasings());
        }
        return questions;
    }
}
