package se.lotsen.gaps;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import se.lotsen.gaps.NewPage.Choices;
import se.lotsen.gaps.Reasking.Again;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.staff.StaffMember;

/** Makes the pages of gaps; no browser keeps one. */
final class GapPages {
    /** More single questions than this say nothing that the newest do not. */
    private static final int SINGLES = 200;
    private final GapBook book;
    private final Nearest nearest;
    private final Examples examples;
    private final GapDrafts drafts;
    private final StaffAccounts accounts;
    private final ConfiguredModel model;
    private final KnowledgeWatch watch;
    private final GapsProperties properties;
    private final ZoneId zone;

    GapPages(GapBook book, Nearest nearest, Examples examples, GapDrafts drafts, StaffAccounts accounts,
            ConfiguredModel model, KnowledgeWatch watch, GapsProperties properties, ZoneId zone) {
        this.book = book;
        this.nearest = nearest;
        this.examples = examples;
        this.drafts = drafts;
        this.accounts = accounts;
        this.model = model;
        this.watch = watch;
        this.properties = properties;
        this.zone = zone;
    }

    /**
     * What a gap's page says beside the gap.
     *
     * @param form what was typed, so that nothing is lost
     * @param proposed what a model proposed; empty when it was not asked or found nothing
     * @param asked whether a model was asked
     * @param again the questions asked again; empty when they were not
     * @param closing whether somebody wanted to close it, and it is not answered
     * @param search for which pages were looked
     * @param done what was done before this page; a code, or empty
     */
    record Said(Optional<GapRefusal> refusal, GapForm form, List<String> proposed, boolean asked,
            List<Again> again, boolean closing, String search, String done) {
        static final Said NOTHING = new Said(Optional.empty(), GapForm.EMPTY, List.of(), false, List.of(),
                false,
                "", "");

        Said refused(GapRefusal why) {
            return new Said(Optional.of(why), form, proposed, asked, again, closing, search, done);
        }

        Said typed(GapForm typed) {
            return new Said(refusal, typed, proposed, asked, again, closing, search, done);
        }

        Said reasked(List<Again> results, boolean notClosed) {
            return new Said(refusal, form, proposed, asked, results, notClosed, search, done);
        }

        Said proposing(List<String> proposals) {
            return new Said(refusal, form, proposals, true, again, closing, search, done);
        }

        Said after(String what, String searched) {
            return new Said(refusal, form, proposed, asked, again, closing, searched, what);
        }
    }

    /** Times as clocks in the municipality show them. */
    record Times(ZoneId zone) {
        public ZonedDateTime of(Instant moment) {
            return moment.atZone(zone);
        }
    }

    Rendering list(StaffMember member, GapList wanted) {
        List<Gap> all = book.gaps();
        List<Gap> shown = wanted.of(all, member.actor());
        return page("editor/gaps/luckor", member)
                .modelAttribute("wanted", wanted)
                .modelAttribute("shownChoices", GapList.Shown.values())
                .modelAttribute("whoseChoices", GapList.Whose.values())
                .modelAttribute("orderChoices", GapList.Order.values())
                .modelAttribute("gaps", shown.stream().filter(this::isGroup).toList())
                .modelAttribute("singles",
                        shown.stream().filter(gap -> !isGroup(gap)).limit(SINGLES).toList())
                .modelAttribute("languages", languages(all))
                .modelAttribute("lookedAt", book.lookedAt())
                .modelAttribute("days", properties.window().toDays()).build();
    }

    private boolean isGroup(Gap gap) {
        return gap.count() >= properties.shownFrom();
    }

    private static Map<String, String> languages(List<Gap> gaps) {
        Map<String, String> languages = new LinkedHashMap<>();
        gaps.forEach(gap -> languages.put(gap.known().language(), gap.languageName()));
        return languages;
    }

    Rendering one(StaffMember member, Gap gap, Said said) {
        List<Page> near = nearest.to(gap);
        List<Page> found = new ArrayList<>(nearest.search(said.search()));
        found.removeAll(near);
        NewPage begun = NewPage.like(gap.question(), near.stream().findFirst());
        return page("editor/gaps/lucka", member)
                .modelAttribute("gap", gap)
                .modelAttribute("said", said)
                .modelAttribute("near", near)
                .modelAttribute("found", found)
                .modelAttribute("examples", examples.of(gap))
                .modelAttribute("drafts", drafts.of(gap.id()))
                .modelAttribute("editors", accounts.activeEditors())
                .modelAttribute("choices", Choices.of(watch.library()))
                .modelAttribute("begun", begun)
                .modelAttribute("modelOn", model.tasks().isPresent())
                .status(said.refusal().isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK).build();
    }

    private Rendering.Builder<?> page(String view, StaffMember member) {
        return Rendering.view(view).modelAttribute("member", member).modelAttribute("editorPlace", "luckor")
                .modelAttribute("times", new Times(zone)).modelAttribute("reasons", MissReason.values())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
