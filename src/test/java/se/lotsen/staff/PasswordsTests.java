package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {
    /** Of few rounds, as most claims do not depend on them. */
    private final Passwords passwords = new Passwords(List.of(), 4);

    @Test
    void everyLetterOfALongPasswordCounts() {
        String long127 = "å".repeat(127);
        String hash = passwords.hash(long127 + "a").block();
        assertThat(passwords.matches(long127 + "a", hash).block()).isTrue();
        assertThat(passwords.matches(long127 + "b", hash).block()).isFalse();
    }

    @Test
    void aLetterIsTheSameHoweverItIsTyped() {
        String hash = passwords.hash("åäö åäö åäö").block();
        assertThat(passwords.matches("a\u030Aäö åäö åäö", hash).block()).isTrue();
        assertThat(passwords.matches("Åäö åäö åäö", hash).block()).isFalse();
    }

    @Test
    void withoutAHashNothingMatches() {
        assertThat(passwords.matches("", null).block()).isFalse();
        assertThat(passwords.matches("lotsen-staff:", null).block()).isFalse();
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(passwords.fault("elva tecken")).contains("staff.fault.password-short");
        assertThat(passwords.fault("tolv tecken!")).isEmpty();
        assertThat(passwords.fault("\uD83D\uDE00".repeat(11))).contains("staff.fault.password-short");
        assertThat(passwords.fault("\uD83D\uDE00åäöqbxk".repeat(16))).isEmpty();
        assertThat(passwords.fault("x".repeat(129))).contains("staff.fault.password-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Lösenord2026!", "hejsan-hejsan", "Sommar!2026!!", "qwertyuiopå1",
            "123456789012", "aaaaaaaaaaaa", "P@ssw0rd2026", "l0senord12345", "!!!Lindåkra2026",
            "lindakra lindakra",
            "1qaz2wsx3edc", "abababababab", "trustno1trustno1", "Storåker 2026!", "Storåkers kommun"})
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(new Passwords(List.of("Storåker", "Storåkers kommun"), 4).fault(password))
                .contains("staff.fault.password-common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hemligt på svenska, 16 ord", "korrekt häst batteri häftstift",
            "gröna moln över Bräkne",
            "kX9#vTq2!mZw", "Anna-Lena kör buss 34"})
    void someWordsAfterOneAnotherAreGood(String password) {
        assertThat(passwords.fault(password, "anna", "Anna Ek")).isEmpty();
    }

    @Test
    void onesOwnNameIsNoPassword() {
        assertThat(passwords.fault("gunvorsson77", "gunvorsson", "Eva Ek"))
                .contains("staff.fault.password-common");
        assertThat(passwords.fault("Bergendahl!!1", "eva", "Eva Bergendahl"))
                .contains("staff.fault.password-common");
        assertThat(passwords.fault("gunvorsson77", "eva", "Eva Ek")).isEmpty();
    }

    /** ADR 0052: what a guess costs whoever has stolen the hashes; run with {@code DETAILS=tree} to see the figure. */
    @Test
    void aGuessCostsTime() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("kX9#vTq2!mZw").block();
        assertThat(hash).startsWith("$2a$12$");
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        passwords.matches("fel lösenord", hash).block();
        long from = machine.getProcessCpuTime();
        for (int i = 0; i < 5; i++) {
            passwords.matches("fel lösenord " + i, hash).block();
        }
        System.out.printf("one password check: %d ms of a processor%n",
                (machine.getProcessCpuTime() - from) / 5_000_000);
    }
}
