package se.lotsen.modelhttp;

import dev.langchain4j.exception.HttpException;
import java.io.Serial;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another status than 2xx, with what the server says of when it wants to be asked again. */
public final class ServerRefusal extends HttpException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    ServerRefusal(int status, String body, HttpHeaders headers) {
        super(status, body);
        this.retryAfter = retryAfter(headers);
    }

    /** How long the server wants to be left alone; empty when it did not say, or nothing that can be understood. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("retry-after").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            // By the server's own clock: ours may differ.
            Duration wait = Duration.between(date(headers.firstValue("date").orElse("")), date(value));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZonedDateTime date(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
