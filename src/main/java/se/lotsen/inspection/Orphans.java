package se.lotsen.inspection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageLink;

/**
 * Pages to which no other page leads and for which nobody has asked: nobody would miss them, or nobody finds them. Until
 * there have been as many questions as there are pages, that nobody has asked tells nothing, and there are none.
 */
final class Orphans {
    private static final String OURS = "/knowledge/";
    private final Map<String, Integer> meetings;

    Orphans(Map<String, Integer> meetings) {
        this.meetings = meetings;
    }

    List<Fault> among(Collection<Page> pages) {
        if (meetings.values().stream().mapToInt(Integer::intValue).sum() < pages.size()) {
            return List.of();
        }
        Set<String> reached = new HashSet<>();
        for (Page page : pages) {
            String own = address(page.metadata().url());
            for (PageLink link : PageLink.of(page)) {
                String target = target(page, link);
                if (!target.equals(own) && !target.equals(OURS + page.id())) {
                    reached.add(target);
                }
            }
        }
        return pages.stream().filter(page -> meetings.getOrDefault(page.id(), 0) == 0)
                .filter(page -> !reached.contains(address(page.metadata().url()))
                        && !reached.contains(OURS + page.id()))
                .map(page -> Fault.of(FaultKind.ORPHAN, Place.of(page), new Detail.Alone())).toList();
    }

    private static String target(Page page, PageLink link) {
        if (link.target().startsWith(OURS)) {
            return link.target().replaceAll("[?#].*", "");
        }
        try {
            return address(new URI(page.metadata().url()).resolve(new URI(link.target())).toString());
        } catch (URISyntaxException e) {
            return link.target();
        }
    }

    /** Without what leads to the same page: the scheme, "www", a place on the page, a slash at the end. */
    private static String address(String written) {
        try {
            URI address = new URI(written);
            String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
            String path = address.getRawPath() == null ? "" : address.getRawPath();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return (host.startsWith("www.") ? host.substring("www.".length()) : host)
                    + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + query;
        } catch (URISyntaxException e) {
            return written;
        }
    }
}
