package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {
    private final Passwords passwords = new Passwords();

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
        assertThat(Passwords.fault("elva tecken")).contains("staff.fault.password-short");
        assertThat(Passwords.fault("tolv tecken!")).isEmpty();
        assertThat(Passwords.fault("\uD83D\uDE00".repeat(11))).contains("staff.fault.password-short");
        assertThat(Passwords.fault("\uD83D\uDE00".repeat(128))).isEmpty();
        assertThat(Passwords.fault("x".repeat(129))).contains("staff.fault.password-long");
    }
}
