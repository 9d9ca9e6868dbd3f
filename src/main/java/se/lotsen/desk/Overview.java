package se.lotsen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import se.lotsen.conversation.CaseHistory;
import se.lotsen.conversation.CaseHistory.Ended;
import se.lotsen.conversation.CaseHistory.Move;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.WaitingCase;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.Promises;
import se.lotsen.desk.CaseView.QueueName;
import se.lotsen.desk.DeskTerms.Term;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.ContactPoint;
import se.lotsen.handover.OpenTimes;
import se.lotsen.handover.OpenTimes.Opening;
import se.lotsen.handover.Presence;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.handover.Handovers;
import se.lotsen.handover.HandoverFigures;

/** Takes the {@link Picture}: of the record, of who is there, and of what was promised. It blocks. */
final class Overview {
    private static final int DAYS = 7;
    private final CaseHistory history;
    private final HandoverStore cases;
    private final Promises promises;
    private final Presence presence;
    private final StaffAccounts accounts;
    private final CaseBook book;
    private final DeskFile file;
    private final Hours hours;
    private final Duration goal;
    private final Clock clock;

    Overview(CaseHistory history, HandoverStore cases, Promises promises, Presence presence,
            StaffAccounts accounts, CaseBook book, DeskFile file, Hours hours, DeskProperties properties,
            Clock clock) {
        this.history = history;
        this.cases = cases;
        this.promises = promises;
        this.presence = presence;
        this.accounts = accounts;
        this.book = book;
        this.file = file;
        this.hours = hours;
        this.goal = properties.acceptWithin();
        this.clock = clock;
    }

    /** When queues are open, in words and in time. */
    record Hours(ContactDirectory contacts, ContactCentre centre, AvailabilityText text, OpenTimes times) {
        String words(String queue) {
            return contacts.ofQueue(queue).map(ContactPoint::id).map(centre::availability).map(text::of)
                    .orElse("");
        }

        List<Opening> between(String queue, Instant from, Instant until) {
            return times.isKnown(queue)
                    ? times.between(queue, from, until)
                    : List.of(new Opening(from, until));
        }
    }

    /** The moment, the beginning of its day and that of the week of days that ends with it. */
    private record Times(Instant now, Instant today, Instant week) {
    }

    Picture picture() {
        Instant now = clock.instant();
        Instant today = now.atZone(hours.times().zone()).toLocalDate().atStartOfDay(hours.times().zone())
                .toInstant();
        Times times = new Times(now, today,
                today.atZone(hours.times().zone()).minusDays(DAYS - 1L).toInstant());
        // The last moment belongs to the figures, too.
        Instant until = now.plusNanos(1_000);
        List<Move> moves = history.moves(times.week(), until);
        List<Ended> ended = history.ended(times.week(), until);
        Handovers handovers = new Handovers(moves, queue -> hours.between(queue, times.week(), now), goal,
                now);
        List<WaitingCase> waiting = cases.waiting(Set.of());
        List<Promise> risky = promises.atRisk(now);
        Set<String> there = new TreeSet<>();
        presence.there().forEach(agent -> there.add(agent.account()));
        List<Picture.Queue> queues = names(moves, waiting, risky).stream()
                .map(name -> queue(name, times, handovers, waiting, risky)).toList();
        return new Picture(now.atZone(hours.times().zone()), goal.toSeconds(), queues,
                total(times, handovers, waiting, risky), agents(there),
                codes(file.terms().wrapUps(), ended, Ended::wrapUp, today),
                codes(file.terms().contactReasons(), ended, Ended::contactReason, today));
    }

    /** Those of the contacts, then any that only the record knows. */
    private List<QueueName> names(List<Move> moves, List<WaitingCase> waiting, List<Promise> risky) {
        List<QueueName> names = new ArrayList<>(book.queues());
        Set<String> others = new TreeSet<>();
        moves.forEach(move -> others.add(move.queue()));
        waiting.stream().map(one -> one.standing().queue()).filter(Objects::nonNull).forEach(others::add);
        risky.forEach(promise -> others.add(promise.queue()));
        names.forEach(name -> others.remove(name.id()));
        others.forEach(other -> names.add(new QueueName(other, other)));
        return names;
    }

    private Picture.Queue queue(QueueName name, Times times, Handovers handovers, List<WaitingCase> waiting,
            List<Promise> risky) {
        String id = name.id();
        List<DeskAgent> there = presence.at(id);
        List<WaitingCase> here = waiting.stream().filter(one -> id.equals(one.standing().queue())).toList();
        List<Promise> promised = risky.stream().filter(promise -> promise.queue().equals(id)).toList();
        return queue(name, hours.words(id), there, here, promised, times,
                handovers.since(times.today(), id::equals),
                handovers.since(times.week(), id::equals));
    }

    private Picture.Queue total(Times times, Handovers handovers, List<WaitingCase> waiting,
            List<Promise> risky) {
        return queue(new QueueName("", ""), "", presence.there(), waiting, risky, times,
                handovers.since(times.today(), any -> true), handovers.since(times.week(), any -> true));
    }

    private Picture.Queue queue(QueueName name, String words, List<DeskAgent> there,
            List<WaitingCase> waiting,
            List<Promise> promised, Times times, HandoverFigures today, HandoverFigures week) {
        int paused = (int) there.stream().filter(agent -> presence.pauseOf(agent.account()).isPresent())
                .count();
        long broken = promised.stream().filter(promise -> promise.dueAt().isBefore(times.now())).count();
        return new Picture.Queue(name.id(), name.name(), hours.contacts().isSecret(name.id()), words,
                waiting.size(), longest(waiting, times.now()), there.size(), paused, promised.size() - broken,
                broken, today, week);
    }

    private static long longest(List<WaitingCase> waiting, Instant now) {
        return waiting.stream().map(one -> one.standing().waitingSince()).filter(Objects::nonNull)
                .mapToLong(since -> Math.max(0, Duration.between(since, now).toMinutes())).max().orElse(0);
    }

    private List<Picture.AtWork> agents(Set<String> there) {
        Map<String, Integer> load = history.caseload();
        return accounts.activeAgents().stream().map(account -> new Colleague(account, hours.contacts()))
                .map(agent -> new Picture.AtWork(agent.account().displayName(), there.contains(agent.id()),
                        presence.pauseOf(agent.id()).map(code -> DeskTerms.name(file.terms().pauses(), code)
                                .orElse(code)).orElse(null),
                        load.getOrDefault(agent.id(), 0), agent.capacity()))
                .toList();
    }

    /** In the order of the municipality's list, then codes that the list does not have any more. */
    private static List<Picture.Code> codes(List<Term> terms, List<Ended> ended, Function<Ended, String> code,
            Instant today) {
        Set<String> others = new TreeSet<>(ended.stream().map(code).toList());
        terms.forEach(term -> others.remove(term.id()));
        return Stream.concat(terms.stream(), others.stream().map(other -> new Term(other, other)))
                .map(term -> new Picture.Code(term.id(), term.name(),
                        ended.stream().filter(one -> code.apply(one).equals(term.id()))
                                .filter(one -> !one.at().isBefore(today)).count(),
                        ended.stream().filter(one -> code.apply(one).equals(term.id())).count()))
                .toList();
    }
}
