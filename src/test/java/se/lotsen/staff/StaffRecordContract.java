package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What the store of accounts keeps on every database. */
abstract class StaffRecordContract {
    private static final StaffMember BOSS = new StaffMember(new UUID(1, 2), "Chefen",
            Set.of(StaffRole.SUPERVISOR));
    private OpenStaffRecord open;

    abstract OpenStaffRecord open();

    @BeforeEach
    void openRecord() {
        open = open();
    }

    @AfterEach
    void closeRecord() {
        open.close();
    }

    @Test
    void theFirstLinkMakesOneAccountWithEveryRole() {
        String token = open.enrolment.firstLink().orElseThrow();
        KeptAccount first = open.enrolment.first(token, "Åsa", "Åsa Ek", "hash").orElseThrow();

        assertThat(first.account().roles()).containsExactlyInAnyOrder(StaffRole.values());
        assertThat(first.account().capacity()).isEqualTo(3);
        assertThat(open.accounts.find(first.account().id())).contains(first.account());
        assertThat(open.enrolment.first(token, "Bo", "Bo Ek", "hash")).isEmpty();
        assertThat(open.enrolment.firstLink()).isEmpty();
    }

    @Test
    void eachStartMakesTheEarlierLinkVoid() {
        String earlier = open.enrolment.firstLink().orElseThrow();
        String later = open.enrolment.firstLink().orElseThrow();
        assertThat(open.enrolment.invitation(earlier)).isEmpty();
        assertThat(open.enrolment.invitation(later)).isPresent();
    }

    @Test
    void aLinkWorksForADay() {
        String token = open.enrolment.firstLink().orElseThrow();
        open.clock.move(Duration.ofDays(1));
        assertThat(open.enrolment.invitation(token)).isEmpty();
        assertThat(open.enrolment.first(token, "Bo", "Bo Ek", "hash")).isEmpty();
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneComesIn() throws Exception {
        String token = open.enrolment.firstLink().orElseThrow();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "namn" + i;
            tries.add(() -> open.enrolment.first(token, name, name, "hash").isPresent());
        }
        int came = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> tried : threads.invokeAll(tries)) {
                came += tried.get() ? 1 : 0;
            }
        }
        assertThat(came).isEqualTo(1);
        assertThat(open.accounts.all()).hasSize(1);
    }

    @Test
    void tokensAreKeptAsHashesOnly() {
        String token = open.enrolment.firstLink().orElseThrow();
        byte[] kept = open.database.sql("select token_hash from staff_link").query(byte[].class).single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(token);
        assertThat(kept).hasSize(32);
    }

    @Test
    void userNamesAreOneWhateverTheCase() {
        open.office.invite(BOSS, details("Åke.Ö"));
        assertThat(open.accounts.named("åke.ö")).isPresent();
        assertThat(open.accounts.named("A\u030AKE.O\u0308")).as("letters of two signs").isPresent();
        assertThatThrownBy(() -> open.office.invite(BOSS, details("ÅKE.ö")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(open.accounts.all()).hasSize(1);
    }

    @Test
    void anInvitedPersonSetsAPasswordOnce() {
        AccountOffice.Invited invited = open.office.invite(BOSS, details("eva"));
        assertThat(kept("eva").passwordHash()).isNull();
        assertThat(open.enrolment.invitation(invited.token()).orElseThrow().account())
                .isEqualTo(invited.account());
        assertThat(open.enrolment.again(invited.token(), "hash")).isPresent();
        assertThat(kept("eva").passwordHash()).isEqualTo("hash");
        assertThat(open.enrolment.again(invited.token(), "other")).isEmpty();
        assertThat(kept("eva").passwordHash()).isEqualTo("hash");
    }

    @Test
    void whatASupervisorWritesIsKept() {
        StaffAccount eva = open.office.invite(BOSS, details("eva")).account();
        AccountDetails other = new AccountDetails("eva", "Eva Öberg", Set.of(StaffRole.EDITOR),
                List.of("bygg", "skola"), List.of("sv", "fi"), "7");
        assertThat(open.office.change(BOSS, eva.id(), 0, other)).isTrue();
        assertThat(open.accounts.find(eva.id())).contains(new StaffAccount(eva.id(), "eva", "Eva Öberg",
                Set.of(StaffRole.EDITOR), List.of("bygg", "skola"), List.of("sv", "fi"), 7, eva.createdAt(),
                null, 1));
        assertThat(open.office.change(BOSS, eva.id(), 0, other)).as("made from an older version").isFalse();
    }

    @Test
    void agentsAreThoseWhoMayTakeConversations() {
        StaffAccount eva = open.office.invite(BOSS, details("eva")).account();
        StaffAccount bo = open.office.invite(BOSS, details("bo")).account();
        open.office.disable(BOSS, bo.id());
        open.office.invite(BOSS, new AccountDetails("ulf", "Ulf", Set.of(StaffRole.EDITOR), List.of(),
                List.of(), "3"));
        assertThat(open.accounts.activeAgents()).containsExactly(eva);
    }

    @Test
    void disablingEndsSessionsAndLinks() {
        AccountOffice.Invited invited = open.office.invite(BOSS, details("eva"));
        UUID id = invited.account().id();
        assertThat(open.office.disable(BOSS, id)).isTrue();
        assertThat(kept("eva").sessionMark()).isEqualTo(1);
        assertThat(kept("eva").account().disabledAt()).isEqualTo(open.clock.instant());
        assertThat(open.enrolment.invitation(invited.token())).isEmpty();
        assertThat(open.events).containsExactly(new StaffLeft(id));
        assertThat(open.office.enable(BOSS, id)).isTrue();
        assertThat(kept("eva").account().active()).isTrue();
    }

    @Test
    void resettingTakesTheOldPasswordAway() {
        AccountOffice.Invited invited = open.office.invite(BOSS, details("eva"));
        open.enrolment.again(invited.token(), "hash");
        String token = open.office.reset(BOSS, invited.account().id()).orElseThrow().token();
        assertThat(kept("eva").passwordHash()).isNull();
        assertThat(open.enrolment.again(token, "new")).isPresent();
    }

    @Test
    void nobodyShutsThemselvesOut() {
        StaffAccount eva = open.office.invite(BOSS, details("eva")).account();
        StaffMember herself = eva.member();
        assertThat(open.office.disable(herself, eva.id())).isFalse();
        assertThat(open.office.change(herself, eva.id(), 0, details("eva"))).isFalse();
        assertThat(kept("eva").account()).isEqualTo(eva);
    }

    @Test
    void withoutASupervisorWhoCanSignInThereIsALinkAgain() {
        String token = open.enrolment.firstLink().orElseThrow();
        KeptAccount first = open.enrolment.first(token, "eva", "Eva", "hash").orElseThrow();
        assertThat(open.enrolment.firstLink()).isEmpty();
        open.office.disable(BOSS, first.account().id());
        assertThat(open.enrolment.firstLink()).isPresent();
    }

    private KeptAccount kept(String name) {
        return open.accounts.named(name).orElseThrow();
    }

    private static AccountDetails details(String name) {
        return new AccountDetails(name, "Namn " + name, Set.of(StaffRole.AGENT), List.of("bygg"),
                List.of("sv"), "3");
    }
}
