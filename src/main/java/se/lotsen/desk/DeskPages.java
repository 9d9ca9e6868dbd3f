package se.lotsen.desk;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.ConversationId;
import se.lotsen.staff.StaffMember;

/** Makes the desk's pages and the parts of them that scripts fetch anew; no browser keeps one. */
final class DeskPages {
    private final Attendance attendance;
    private final CaseBook book;
    private final DeskFile file;
    private final AnswerGrades grades;
    private final Conduct conduct;
    private final PromiseBook promises;

    DeskPages(Attendance attendance, CaseBook book, DeskFile file, AnswerGrades grades,
            Conduct conduct, PromiseBook promises) {
        this.attendance = attendance;
        this.book = book;
        this.file = file;
        this.grades = grades;
        this.conduct = conduct;
        this.promises = promises;
    }

    /** What a page says beside its case: why something was not done, and what was typed, so that no text is lost. */
    record Said(String refusal, String name, String reply, String note, boolean withDraft) {
        static final Said NOTHING = new Said("", "", "", "", false);

        HttpStatus status() {
            return refusal.isEmpty() ? HttpStatus.OK : DeskRefusal.Reason.valueOf(refusal).status();
        }

        static Said refused(DeskRefusal refusal, DeskForm form) {
            return new Said(refusal.reason().name(), refusal.name(), form.text("svar"),
                    form.text("anteckning"), form.has("utkast"));
        }
    }

    /** The person, who counts as there from now on, as somebody whose page has no scripts would. */
    Mono<Colleague> here(StaffMember member) {
        return known(() -> attendance.page(member.id()));
    }

    /** The person whose script asks for a part of the page: that page has a stream, and the stream's answers count. */
    Mono<Colleague> following(StaffMember member) {
        return known(() -> attendance.stream(member.id()));
    }

    private static Mono<Colleague> known(Callable<Optional<Colleague>> colleague) {
        return later(colleague).flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }

    Mono<Rendering> desk(StaffMember member, Colleague who, Said said) {
        return later(() -> page("desk/desk", member, who, said).build());
    }

    Mono<Rendering> one(StaffMember member, Colleague who, ConversationId conversation, Said said) {
        return one(member, who, conversation, said, PromiseBook.Opened.NOTHING);
    }

    /** @param opened how to reach the citizen, where that was asked for */
    Mono<Rendering> one(StaffMember member, Colleague who, ConversationId conversation, Said said,
            PromiseBook.Opened opened) {
        return later(() -> {
            CaseView view = book.open(who, conversation);
            book.looked(who, view);
            return page("desk/case", member, who, said).modelAttribute("shown", view)
                    .modelAttribute("grades", grades.of(who, conversation))
                    .modelAttribute("conduct", conduct.of(who, conversation))
                    .modelAttribute("promises", promises.of(who, conversation))
                    .modelAttribute("opened", opened)
                    .modelAttribute("open", view.id()).status(said.status()).build();
        }).onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What is to be kept; the list alone without a member. */
    Mono<Rendering> promises(@Nullable StaffMember member, Colleague who, PromiseBook.Opened opened) {
        return later(() -> (member == null
                ? fragment("desk/promise :: list").modelAttribute("board", book.board(who, null))
                : page("desk/promises", member, who, Said.NOTHING))
                .modelAttribute("promises", promises.toKeep(who))
                .modelAttribute("opened", opened).build());
    }

    Mono<Rendering> search(StaffMember member, Colleague who, SearchView view) {
        return later(() -> page("desk/search", member, who, Said.NOTHING).modelAttribute("search", view)
                .status(view.problem().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST).build());
    }

    /** @param seen whether the page is before somebody's eyes */
    Mono<Rendering> queue(Colleague who, @Nullable UUID open, boolean seen) {
        return later(() -> fragment("desk/queue :: queue")
                .modelAttribute("board", book.board(who, seen ? open : null))
                .modelAttribute("atRisk", promises.atRisk(who))
                .modelAttribute("terms", file.terms())
                .modelAttribute("open", open == null ? new UUID(0, 0) : open).build());
    }

    /** @param seen whether the page is before somebody's eyes */
    Mono<Rendering> transcript(Colleague who, ConversationId conversation, boolean seen) {
        return later(() -> {
            CaseView view = book.open(who, conversation);
            if (seen) {
                book.looked(who, view);
            }
            return fragment("desk/transcript :: transcript").modelAttribute("shown", view)
                    .modelAttribute("grades", grades.of(who, conversation)).build();
        })
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Mono<Rendering> alerts(Colleague who) {
        return later(() -> fragment("desk/alerts :: alerts").modelAttribute("alerts", conduct.alerts(who))
                .build());
    }

    /** A page of the desk, with its lists. Blocks. */
    Rendering.Builder<?> page(String view, StaffMember member, Colleague who, Said said) {
        return fragment(view).modelAttribute("member", member)
                .modelAttribute("board", book.board(who, null))
                .modelAttribute("atRisk", promises.atRisk(who))
                .modelAttribute("terms", file.terms())
                .modelAttribute("said", said)
                .modelAttribute("alerts", conduct.alerts(who))
                .modelAttribute("longest", CaseWork.LONGEST)
                .modelAttribute("open", new UUID(0, 0));
    }

    static Rendering.Builder<?> fragment(String view) {
        return Rendering.view(view).modelAttribute("key", UUID.randomUUID())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The case that an address names; what is no id is no case. */
    static ConversationId id(String text) {
        try {
            if (text.length() == 36) {
                return new ConversationId(UUID.fromString(text));
            }
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Work that blocks, off the event loop. */
    static <T> Mono<T> later(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
