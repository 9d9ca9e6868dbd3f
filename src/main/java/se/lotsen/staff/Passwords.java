package se.lotsen.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a password must be, and how it is kept: BCrypt of the base64 of SHA-256 of it. BCrypt alone reads 72 bytes and no
 * further, which a sentence with Swedish letters soon exceeds; with the hash before it every letter counts.
 */
final class Passwords {
    /** In characters. */
    static final int SHORTEST = 12;
    /** In characters. */
    static final int LONGEST = 128;
    private static final int STRENGTH = 12;
    /** Keeps the inner hash apart from hashes that other places may have lost. */
    private static final String OURS = "lotsen-staff:";
    private static final int QUEUED = 200;
    /** A few threads of their own: a flood of attempts must not take the processors from the citizens' answers. */
    private static final Scheduler THREADS = Schedulers.newBoundedElastic(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), QUEUED, "password", 60, true);

    private final WeakPasswords weak;
    private final BCryptPasswordEncoder bcrypt;
    /** Of no password: an account that is not there takes as long as one that is. */
    private final String nobodys;

    Passwords() {
        this(List.of());
    }

    /** @param weakWords words that make no password by themselves, such as the municipality's name */
    Passwords(Collection<String> weakWords) {
        this(weakWords, STRENGTH);
    }

    /** @param strength binary logarithm of the rounds of a hash that is made here */
    Passwords(Collection<String> weakWords, int strength) {
        this.weak = new WeakPasswords(weakWords);
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.nobodys = bcrypt.encode("");
    }

    /**
     * The code of what is wrong; empty when it may be used.
     *
     * @param own names of the person
     */
    Optional<String> fault(String password, String... own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("staff.fault.password-short");
        }
        if (length > LONGEST) {
            return Optional.of("staff.fault.password-long");
        }
        return weak.has(password, List.of(own))
                ? Optional.of("staff.fault.password-common")
                : Optional.empty();
    }

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> bcrypt.encode(inner(password))).subscribeOn(THREADS);
    }

    /** @param hash null when there is none: then nothing matches, equally slowly */
    Mono<Boolean> matches(String password, @Nullable String hash) {
        return Mono.fromCallable(() -> {
            boolean same = bcrypt.matches(inner(password), hash == null ? nobodys : hash);
            return same && hash != null;
        }).subscribeOn(THREADS);
    }

    private static String inner(String password) {
        // One form of each letter: keyboards make ä as one sign or as two.
        String normal = OURS + Normalizer.normalize(password, Normalizer.Form.NFKC);
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
