package se.lotsen.staff;

import se.lotsen.storage.SerialRecord;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The accounts, for supervisors. */
@Controller
@Profile("!command")
@RequestMapping("/desk/accounts")
class AccountsController {
    private final StaffAccounts accounts;
    private final AccountOffice office;

    AccountsController(StaffAccounts accounts, AccountOffice office) {
        this.accounts = accounts;
        this.office = office;
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member) {
        return list(member, AccountDetails.blank(), Map.of());
    }

    @PostMapping
    Mono<Rendering> invite(StaffMember member, ServerWebExchange exchange) {
        return details(exchange).flatMap(details -> {
            Map<String, String> faults = details.faults();
            return !faults.isEmpty()
                    ? list(member, details, faults)
                    : SerialRecord.later(() -> office.invite(member, details))
                            .map(invited -> link(member, exchange, invited))
                            .onErrorResume(DuplicateKeyException.class, taken -> list(member, details,
                                    Map.of("userName", "staff.fault.userName-taken")));
        });
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(StaffMember member, @PathVariable UUID id) {
        return kept(id).map(kept -> one(StaffPages.page("account"), member, kept,
                AccountDetails.of(kept.account())));
    }

    @PostMapping("/{id}")
    Mono<Rendering> change(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return kept(id).flatMap(kept -> exchange.getFormData().map(FormInput::new).flatMap(form -> {
            AccountDetails details = AccountDetails.of(form).named(kept.account().userName());
            Map<String, String> faults = details.faults();
            return !faults.isEmpty()
                    ? Mono.just(one(StaffPages.refused("account", faults), member, kept, details))
                    : SerialRecord.later(() -> office.change(member, id, version(form), details))
                            .map(done -> done
                                    ? toList()
                                    : one(StaffPages.refused("account",
                                            Map.of("displayName", "staff.fault.changed")), member, kept,
                                            details));
        }));
    }

    @PostMapping("/{id}/disable")
    Mono<Rendering> disable(StaffMember member, @PathVariable UUID id) {
        return done(() -> office.disable(member, id));
    }

    @PostMapping("/{id}/enable")
    Mono<Rendering> enable(StaffMember member, @PathVariable UUID id) {
        return done(() -> office.enable(member, id));
    }

    @PostMapping("/{id}/reset")
    Mono<Rendering> reset(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return SerialRecord.later(() -> office.reset(member, id)).flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)))
                .map(invited -> link(member, exchange, invited));
    }

    private static Mono<Rendering> done(Callable<Boolean> work) {
        return SerialRecord.later(work).filter(done -> done).map(done -> toList())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
    }

    private Mono<Rendering> list(StaffMember member, AccountDetails details, Map<String, String> faults) {
        return SerialRecord.later(accounts::all).map(all -> (faults.isEmpty()
                ? StaffPages.page("accounts")
                : StaffPages.refused("accounts", faults))
                .modelAttribute("member", member)
                .modelAttribute("accounts", all)
                .modelAttribute("details", details)
                .modelAttribute("allRoles", StaffRole.values())
                .build());
    }

    private static Rendering one(Rendering.Builder<?> page, StaffMember member, KeptAccount kept,
            AccountDetails details) {
        return page.modelAttribute("member", member)
                .modelAttribute("account", kept.account())
                .modelAttribute("local", kept.identity() == null)
                .modelAttribute("own", kept.account().id().equals(member.id()))
                .modelAttribute("details", details)
                .modelAttribute("allRoles", StaffRole.values())
                .build();
    }

    /** Not a redirect: the link is shown in this answer and never again. */
    private static Rendering link(StaffMember member, ServerWebExchange exchange,
            AccountOffice.Invited invited) {
        URI here = exchange.getRequest().getURI();
        return StaffPages.page("link").modelAttribute("member", member)
                .modelAttribute("account", invited.account())
                .modelAttribute("link", here.getScheme() + "://" + here.getRawAuthority()
                        + "/staff/welcome?token=" + invited.token())
                .build();
    }

    private Mono<KeptAccount> kept(UUID id) {
        return SerialRecord.later(() -> accounts.kept(id)).flatMap(Mono::<KeptAccount>justOrEmpty)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Mono<AccountDetails> details(ServerWebExchange exchange) {
        return exchange.getFormData().map(fields -> AccountDetails.of(new FormInput(fields)));
    }

    private static int version(FormInput form) {
        return form.text("version").matches("\\d{1,9}") ? Integer.parseInt(form.text("version")) : -1;
    }

    private static Rendering toList() {
        return SignInController.to("/desk/accounts");
    }
}
