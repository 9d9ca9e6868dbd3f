package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.gaps.Asking.MONDAY;
import static se.lotsen.gaps.Asking.unanswered;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import se.lotsen.knowledge.Watching;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ScriptedModel;

/** What a model proposes is asked for by an editor, for one page, with masked questions, and is nothing but a list. */
class GapProposalTests {
    private static final PromptLibrary PROMPTS = new PromptLibrary(Path.of("prompts"),
            Clock.fixed(MONDAY, ZoneOffset.UTC));
    private final Gap gap = gap();

    private static Gap gap() {
        List<Miss> misses = Misses.of(
                List.of(unanswered(MONDAY, "jag heter 191212121212 får jag bygga altan")),
                Set.of());
        return new Gap(KnownGap.opened(new UUID(0, 1), "sv", misses.getFirst().turn(), MONDAY), misses,
                Trend.of(List.of(), MONDAY));
    }

    private List<String> proposed(ConfiguredModel model, String page) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("sida", page);
        GapWork work = new GapWork(null, null, null, Watching.over(KnowledgeFiles.shipped()), model, null, "",
                () -> LocalDate.EPOCH);
        return work.propose(gap, new GapForm(fields)).block();
    }

    private static ConfiguredModel configured(LanguageModel model) {
        return new ConfiguredModel(null, null, new WritingTasks(model, PROMPTS), () -> null);
    }

    @Test
    void proposalsAreForThePageThatWasChosenAndWhatWasHiddenStaysHidden() {
        ScriptedModel model = ScriptedModel.saying("- kan man bygga trall\n- ring 0999-12 34 56\n");
        assertThat(proposed(configured(model), "bygglov")).containsExactly("kan man bygga trall");
        assertThat(model.asked().getFirst().user()).contains("får jag bygga altan", "[personnummer]")
                .doesNotContain("19121212");
    }

    @Test
    void aModelThatIsAwayProposesNothingAndNoPageIsRefused() {
        ConfiguredModel away = configured(ScriptedModel.failing(ModelUnavailable.Reason.TIMEOUT, ""));
        assertThat(proposed(away, "bygglov")).isEmpty();
        assertThatThrownBy(() -> proposed(away, "finns-inte")).isInstanceOf(GapRefusal.class);
    }

    @Test
    void withoutAModelNothingIsProposed() {
        assertThat(proposed(new ConfiguredModel(null, null, null, () -> null), "bygglov")).isEmpty();
    }
}
