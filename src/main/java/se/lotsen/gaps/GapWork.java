package se.lotsen.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import se.lotsen.archive.Draft;
import se.lotsen.audit.Actor;
import se.lotsen.gaps.GapRefusal.Reason;
import se.lotsen.gaps.NewPage.Choices;
import se.lotsen.gaps.Reasking.Again;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.privacy.MaskedText;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffAccounts;

/** What an editor does with a gap. What is not done is a {@link GapRefusal}. It blocks, but for the model. */
final class GapWork {
    private static final int PROPOSALS = 5;
    /** More of the citizens' own words would show a model no more. */
    private static final int SHOWN_TO_MODEL = 6;
    private final GapDrafts drafts;
    private final GapStates states;
    private final Reasking reasking;
    private final KnowledgeWatch watch;
    private final ConfiguredModel model;
    private final StaffAccounts accounts;
    private final String headings;
    private final Supplier<LocalDate> today;

    /** @param headings what a new page should say, in Markdown */
    GapWork(GapDrafts drafts, GapStates states, Reasking reasking, KnowledgeWatch watch,
            ConfiguredModel model,
            StaffAccounts accounts, String headings, Supplier<LocalDate> today) {
        this.drafts = drafts;
        this.states = states;
        this.reasking = reasking;
        this.watch = watch;
        this.model = model;
        this.accounts = accounts;
        this.headings = headings;
        this.today = today;
    }

    /** Adds phrasings to the page that was chosen, in its draft. */
    Draft addPhrasings(Gap gap, GapForm form, Actor by) {
        Page page = page(form);
        return drafts.write(gap.id(), page.file(), text -> Phrasings.add(text, form.phrasings()).text(),
                "gap-phrasings", by);
    }

    /** Begins a page for it. */
    Draft beginPage(Gap gap, GapForm form, Actor by) {
        NewPage page = new NewPage(form.text("titel"), form.text("omrade"), form.text("agare"),
                form.text("kontakt"));
        page.check(Choices.of(watch.library()));
        if (watch.library().page(page.id()).isPresent()) {
            throw new GapRefusal(Reason.TAKEN);
        }
        Optional<Page> beside = watch.library().pages().values().stream()
                .filter(other -> other.metadata().area().equals(page.area())).findFirst();
        return drafts.begin(gap.id(), page.file(), page.text(gap.question(), gap.known().language(), beside,
                today.get(), headings), "gap-page", by);
    }

    /** Makes one of its questions a test question, in the draft of that file. */
    Draft addTest(Gap gap, GapForm form, Actor by) {
        Page page = page(form);
        return drafts.write(gap.id(), TestQuestions.FILE,
                text -> TestQuestions.add(text, gap.known().language(),
                        page.id(), form.text("test-fraga")),
                "gap-test-question", by);
    }

    private Page page(GapForm form) {
        return watch.library().page(form.text("sida")).orElseThrow(() -> new GapRefusal(Reason.PAGE));
    }

    /** Asks the questions again, of what is served and of the gap's drafts. */
    List<Again> ask(Gap gap) {
        return reasking.ask(gap, drafts.of(gap.id()));
    }

    /**
     * Asks the questions again, and closes the gap when the one that stands for it is answered in its language, or when
     * somebody says why it is to be closed anyway.
     *
     * @return the questions when it was not closed; empty when it was
     */
    List<Again> close(Gap gap, GapForm form, Actor by) {
        List<Again> again = reasking.ask(gap, List.of());
        if (!again.getFirst().isAnswered() && !(form.has("anda") && form.has("skal"))) {
            return again;
        }
        states.close(gap.id(), form.version(), reasking.result(again), form.text("skal"), by);
        return List.of();
    }

    void dismiss(Gap gap, GapForm form, Actor by) {
        states.dismiss(gap.id(), form.version(), form.text("skal"), by);
    }

    void reopen(Gap gap, GapForm form, Actor by) {
        states.reopen(gap.id(), form.version(), by);
    }

    /** Gives it to a colleague, to oneself, or back to nobody. */
    void assign(Gap gap, GapForm form, Actor by) {
        String wanted = form.text("ansvarig");
        states.assign(gap.id(), form.version(), wanted.isEmpty() ? null : colleague(wanted), by);
    }

    private Actor colleague(String id) {
        return accounts.activeEditors().stream().filter(account -> account.id().toString().equals(id))
                .map(StaffAccount::member).map(StaffMember::actor).findFirst()
                .orElseThrow(() -> new GapRefusal(Reason.COLLEAGUE));
    }

    /** What a model would ask the chosen page in other words: proposals, of which nothing is kept. Empty without a model. */
    Mono<List<String>> propose(Gap gap, GapForm form) {
        return Mono.defer(() -> {
            Page page = page(form);
            List<MaskedText> asked = gap.misses().reversed().stream().map(miss -> miss.question().text())
                    .distinct().limit(SHOWN_TO_MODEL).toList();
            return model.tasks().map(tasks -> tasks
                    .phrasings(page, asked, PROPOSALS, new ModelUse("gap-" + gap.id()))
                    .onErrorReturn(ModelUnavailable.class, List.of()))
                    .orElse(Mono.just(List.of()));
        });
    }
}
