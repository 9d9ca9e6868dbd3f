package se.lotsen.embedding;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server knows its customers by. Its text form is three asterisks, so that it is in no log. */
record ApiKey(String secret) {

    /** Refuses, without repeating it, what no HTTP header may carry. */
    ApiKey {
        if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "lotsen.embedding.api-key holds a blank or a sign that is no ASCII");
        }
    }

    /** @return empty when neither is set */
    static Optional<ApiKey> of(@Nullable String key, @Nullable String file) {
        if (key != null && file != null) {
            throw new IllegalArgumentException("lotsen.embedding: set api-key or api-key-file, not both");
        }
        return Optional.ofNullable(file == null ? key : read(Path.of(file))).map(ApiKey::new);
    }

    private static String read(Path file) {
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new IllegalArgumentException("lotsen.embedding.api-key-file: " + file + " is empty");
            }
            return key;
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("lotsen.embedding.api-key-file: " + file + " is no text");
        } catch (IOException e) {
            throw new IllegalArgumentException("lotsen.embedding.api-key-file: " + file + " cannot be read");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
