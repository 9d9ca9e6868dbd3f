package se.lotsen.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageLink;

/**
 * One look at all pages. It reads nothing but what it is given, and finds the same in the same.
 *
 * @param meetings by page, in how many questions citizens have met it lately; a page that is missing was met by nobody
 * @param links what became of following each link, by address; one that is missing was not followed yet
 * @param today in the municipality
 */
public record Sweep(Map<String, Integer> meetings, Map<String, LinkState> links, LocalDate today) {

    /** Everything found, what matters most first. */
    public List<Fault> of(Library library) {
        Collection<Page> pages = library.pages().values();
        List<ReadPage> read = pages.stream().map(ReadPage::of).toList();
        TimeWords lists = new TimeWords();
        Words words = Words.in(read, lists);
        List<Fault> duplicates = new Duplicates(words).among(read);
        List<Fault> faults = new ArrayList<>(new Contradictions(words, lists, today).among(read));
        faults.addAll(duplicates);
        PassedDates dates = new PassedDates(lists, today);
        read.forEach(page -> faults.addAll(dates.on(page)));
        pages.forEach(page -> review(page).forEach(faults::add));
        pages.forEach(page -> dead(page).forEach(faults::add));
        faults.addAll(new Orphans(meetings).among(pages));
        return faults.stream().sorted(Comparator.comparingLong((Fault fault) -> -rank(fault))
                .thenComparing(fault -> fault.severity()).thenComparing(Fault::id)).toList();
    }

    /** The weight of its kind for everybody who met one of its pages, and once for whoever will. */
    public long rank(Fault fault) {
        return (long) fault.kind().weight() * (1 + met(fault));
    }

    /** In how many questions citizens have met its pages; of two pages, the one that more have met. */
    public int met(Fault fault) {
        return fault.pages().stream().mapToInt(page -> meetings.getOrDefault(page, 0)).max().orElse(0);
    }

    private Stream<Fault> review(Page page) {
        LocalDate until = page.metadata().validTo();
        if (until != null && today.isAfter(until)) {
            return Stream.of(Fault.of(FaultKind.PASSED_DATE, Place.of(page), new Detail.Ended(until)));
        }
        return today.isAfter(page.metadata().reviewBy())
                ? Stream.of(Fault.of(FaultKind.PAST_REVIEW, Place.of(page),
                        new Detail.Overdue(page.metadata().reviewBy())))
                : Stream.empty();
    }

    private Stream<Fault> dead(Page page) {
        Set<String> told = new TreeSet<>();
        return links(page).filter(link -> links.getOrDefault(link.target(), LinkState.UNKNOWN).isDead())
                .filter(link -> told.add(link.target()))
                .map(link -> Fault.of(FaultKind.DEAD_LINK, Place.of(page, link.anchor(), link.text()),
                        new Detail.Link(link.target(),
                                links.getOrDefault(link.target(), LinkState.UNKNOWN))));
    }

    /** Every address that the pages lead to, in a fixed order: those in their texts and those of their e-services. */
    public static Set<String> addresses(Library library) {
        Set<String> addresses = new TreeSet<>();
        library.pages().values().forEach(page -> links(page).map(PageLink::target)
                .filter(target -> target.startsWith("http://") || target.startsWith("https://"))
                .forEach(addresses::add));
        return addresses;
    }

    private static Stream<PageLink> links(Page page) {
        var service = page.metadata().eService();
        Stream<PageLink> inText = PageLink.of(page).stream();
        return service == null
                ? inText
                : Stream.concat(inText, Stream.of(
                        new PageLink(service.url(), service.name(), page.passages().getFirst().anchor())));
    }
}
