package se.lotsen.insight;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lotsen.handover.ContactPoint;
import se.lotsen.knowledge.Page;

/**
 * What each department has for citizens to read, as it is today, and what was asked of it.
 *
 * @param departments in the order of their names; questions for which no page was found are under the empty name
 * @param withoutPages the municipality's contacts that no page names
 */
record Coverage(List<Department> departments, List<String> withoutPages) {
    /** A page that is to be looked at again within so many days is due soon. */
    static final int SOON_DAYS = 30;

    /**
     * One department.
     *
     * @param overdue pages whose review date has passed
     * @param soon pages that are to be reviewed within {@link #SOON_DAYS} days
     * @param tally of the questions that found its pages first
     */
    record Department(String owner, long pages, long overdue, long soon, Tally tally) {
    }

    static Coverage of(Collection<Page> pages, List<ContactPoint> contacts, Tally tally, LocalDate today) {
        Set<String> owners = new TreeSet<>(tally.by(Measure.QUESTIONS, Total::owner).keySet());
        pages.forEach(page -> owners.add(page.metadata().owner()));
        Set<String> named = pages.stream().map(page -> page.metadata().contact()).collect(Collectors.toSet());
        return new Coverage(
                owners.stream().map(owner -> department(owner, pages, tally, today)).toList(),
                contacts.stream().filter(contact -> !named.contains(contact.id())).map(ContactPoint::name)
                        .toList());
    }

    private static Department department(String owner, Collection<Page> pages, Tally tally, LocalDate today) {
        List<LocalDate> reviews = pages.stream().filter(page -> page.metadata().owner().equals(owner))
                .map(page -> page.metadata().reviewBy()).toList();
        long overdue = reviews.stream().filter(day -> day.isBefore(today)).count();
        long soon = reviews.stream().filter(day -> !day.isBefore(today))
                .filter(day -> !day.isAfter(today.plusDays(SOON_DAYS))).count();
        return new Department(owner, reviews.size(), overdue, soon, tally.ofOwner(owner));
    }

    /** Those with pages. */
    Stream<Department> withPages() {
        return departments.stream().filter(one -> one.pages() > 0);
    }

    /** Of all pages, those whose review date has passed. */
    Share overdue() {
        return Share.of(departments.stream().mapToLong(Department::overdue).sum(),
                departments.stream().mapToLong(Department::pages).sum());
    }
}
