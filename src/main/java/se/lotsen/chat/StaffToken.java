package se.lotsen.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that the municipality's staff show until they can sign in: 256 random bits, made at the first start and kept in
 * {@code staff-token} in the data folder, readable by the service's own user alone. To change it, delete the file and
 * restart.
 */
public final class StaffToken {
    static final String FILE = "staff-token";
    private static final Logger log = LoggerFactory.getLogger(StaffToken.class);
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    private StaffToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws UncheckedIOException when the file can neither be read nor made */
    static StaffToken in(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        try {
            Files.createDirectories(dataDir);
            try {
                boolean posix = Files.getFileStore(dataDir).supportsFileAttributeView("posix");
                FileAttribute<?>[] ownerOnly = posix
                        ? new FileAttribute<?>[]{PosixFilePermissions
                                .asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                        : new FileAttribute<?>[0];
                Files.createFile(file, ownerOnly);
                Files.writeString(file, random() + "\n");
                log.info("A key for staff was made: {}", file.toAbsolutePath());
            } catch (FileAlreadyExistsException e) {
                log.debug("The key for staff is there already");
            }
            String token = Files.readString(file).strip();
            if (token.length() < BYTES) {
                throw new IOException(
                        file.toAbsolutePath() + " is too short for a key; delete it and restart");
            }
            return new StaffToken(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether an {@code Authorization} header holds the key; takes equally long whatever it holds. */
    public boolean admits(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(token,
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
