package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import se.lotsen.answering.AnswerDesk.Explained;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.answering.DraftDesk;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;

/**
 * What an editor's phrasings are worth: for each need four phrasings are added to its page, and other wordings, which nobody
 * has added, are asked before and after; and the added ones too, as a gap's questions are when it is closed. All needs are added at once, so that each page also has to hold
 * against what the others have gained. Asked of the pages as
 * they are, of the same without any phrasings, which is what a municipality has that has just imported its pages, and once more
 * for what all the phrasings are worth that the pages have.
 */
public final class GapClosing {
    private GapClosing() {
    }

    /** One wording before and after, as 0 or 1. */
    private record Asked(double foundBefore, double foundAfter, double answeredBefore, double answeredAfter) {
    }

    /** What was asked for one need: the wordings that were added, and those that were not. */
    private record Pair(String part, List<Asked> added, List<Asked> heldOut) {
    }

    /**
     * Shares of the wordings that were asked, each drawn by needs, as the wordings of one are no independent rows.
     *
     * @param rows how many wordings are held out
     * @param named by name: for how many the right page came first, and for how many its words were the answer; before,
     *            after, and after minus before (paired); then the same for the wordings that were added
     */
    public record Change(int rows, Map<String, Bootstrap.Interval> named) {
    }

    /**
     * What was measured.
     *
     * @param changes by the pages that it began from and what they were given, and in that by part; {@code all} first
     */
    public record Figures(String file, Map<String, Map<String, Change>> changes) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file);
            changes.forEach((from, parts) -> {
                Map<String, Object> byPart = new LinkedHashMap<>();
                parts.forEach((part, change) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("rows", change.rows());
                    change.named().forEach((name, value) -> one.put(name, FigureJson.figure(value)));
                    byPart.put(part, one);
                });
                json.put(from, byPart);
            });
            return json;
        }
    }

    /** @throws EvaluationInputException naming file, line and what is wrong */
    public static void check(Path file) {
        GapNeed.read(file);
    }

    /** @throws EvaluationInputException when a need's page is not among those that are served */
    public static Figures run(Path file, KnowledgeFolder folder, AnswerDesks desks) {
        List<GapNeed> needs = GapNeed.read(file);
        Library library = Library.read(folder);
        for (GapNeed need : needs) {
            if (library.page(need.page()).isEmpty()) {
                throw new EvaluationInputException(file + ": there is no page " + need.page());
            }
        }
        KnowledgeFolder bare = folder.with(phrasings(library.pages().values(), folder, page -> List.of()));
        Map<String, Map<String, Change>> changes = new LinkedHashMap<>();
        changes.put("as they are, four added", changes(needs, folder, added(needs, folder, library), desks));
        changes.put("without phrasings, four added",
                changes(needs, bare, added(needs, bare, library), desks));
        changes.put("without phrasings, all their own added", changes(needs, bare, folder, desks));
        return new Figures(file.getFileName().toString(), changes);
    }

    private static KnowledgeFolder added(List<GapNeed> needs, KnowledgeFolder before, Library library) {
        Map<String, List<String>> added = new HashMap<>();
        needs.forEach(need -> added.computeIfAbsent(need.page(), page -> new ArrayList<>())
                .addAll(need.phrasings()));
        List<Page> pages = library.pages().values().stream().filter(page -> added.containsKey(page.id()))
                .toList();
        return before.with(phrasings(pages, before, page -> {
            Set<String> all = new LinkedHashSet<>(
                    Objects.requireNonNullElse(present(before, page).phrasings(), List.of()));
            all.addAll(Objects.requireNonNull(added.get(page.id())));
            return List.copyOf(all);
        }));
    }

    private static Map<String, Change> changes(List<GapNeed> needs, KnowledgeFolder before,
            KnowledgeFolder after, AnswerDesks desks) {
        List<Pair> asked;
        try (DraftDesk first = desks.over(before); DraftDesk second = desks.over(after)) {
            asked = needs.stream()
                    .map(need -> new Pair(need.part(), asked(need, need.phrasings(), first, second),
                            asked(need, need.heldOut(), first, second)))
                    .toList();
        }
        Map<String, Change> parts = new LinkedHashMap<>();
        parts.put("all", change(asked));
        needs.stream().map(GapNeed::part).distinct().sorted().forEach(part -> parts.put(part,
                change(asked.stream().filter(pair -> pair.part().equals(part)).toList())));
        return parts;
    }

    private interface Wanted {
        List<String> of(Page page);
    }

    private static Map<String, Optional<String>> phrasings(Iterable<Page> pages, KnowledgeFolder folder,
            Wanted wanted) {
        Map<String, Optional<String>> texts = new HashMap<>();
        for (Page page : pages) {
            Fields old = present(folder, page);
            PageDocument document = PageDocument.parse(text(folder, page));
            texts.put(page.file(), Optional.of(document.with(new Fields(old.id(), old.title(), old.url(),
                    old.area(), old.owner(), old.audience(), old.reviewed(), old.reviewBy(), old.validFrom(),
                    old.validTo(), old.eService(), old.nonDigitalRoute(), old.contact(), old.questions(),
                    wanted.of(page), old.language(), old.source(), old.published(), old.modified(),
                    old.breadcrumb())).text()));
        }
        return texts;
    }

    private static Fields present(KnowledgeFolder folder, Page page) {
        return PageDocument.parse(text(folder, page)).fields();
    }

    private static String text(KnowledgeFolder folder, Page page) {
        return folder.read(page.file(), finding -> {
        }).orElseThrow();
    }

    private static List<Asked> asked(GapNeed need, List<String> texts, DraftDesk first, DraftDesk second) {
        return texts.stream().map(text -> {
            Explained before = first.explained(text);
            Explained after = second.explained(text);
            return new Asked(found(before, need), found(after, need), answered(before, need),
                    answered(after, need));
        }).toList();
    }

    private static double found(Explained given, GapNeed need) {
        return !given.explanation().pages().isEmpty()
                && given.explanation().pages().getFirst().page().equals(need.page()) ? 1 : 0;
    }

    private static double answered(Explained given, GapNeed need) {
        return given.answer().kind() == AnswerKind.ANSWERED && found(given, need) == 1 ? 1 : 0;
    }

    private static Change change(List<Pair> pairs) {
        Map<String, Bootstrap.Interval> named = new LinkedHashMap<>();
        figures(named, "", pairs.stream().map(Pair::heldOut).toList());
        figures(named, "added: ", pairs.stream().map(Pair::added).toList());
        return new Change(pairs.stream().mapToInt(pair -> pair.heldOut().size()).sum(), named);
    }

    private static void figures(Map<String, Bootstrap.Interval> named, String of, List<List<Asked>> needs) {
        named.put(of + "first before", mean(needs, Asked::foundBefore));
        named.put(of + "first after", mean(needs, Asked::foundAfter));
        named.put(of + "first gained", mean(needs, one -> one.foundAfter() - one.foundBefore()));
        named.put(of + "answered before", mean(needs, Asked::answeredBefore));
        named.put(of + "answered after", mean(needs, Asked::answeredAfter));
        named.put(of + "answered gained", mean(needs, one -> one.answeredAfter() - one.answeredBefore()));
    }

    private static Bootstrap.Interval mean(List<List<Asked>> needs, ToDoubleFunction<Asked> figure) {
        return Bootstrap.ratio(
                needs.stream().mapToDouble(rows -> rows.stream().mapToDouble(figure).sum()).toArray(),
                needs.stream().mapToDouble(List::size).toArray());
    }
}
