package se.lotsen.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What browsers are told of how the service is reached (HTTP Strict Transport Security, RFC 6797).
 *
 * @param httpsOnly browsers use nothing but https for this long, after any answer; ASVS 5.0 (3.4.1) asks for a year, {@code
 *            365d}. If not set nothing is said: whether a whole address speaks https is for its owner to say
 * @param withSubdomains and for the names below this one, too
 */
@ConfigurationProperties("lotsen.transport")
record TransportProperties(@Nullable Duration httpsOnly, @DefaultValue("false") boolean withSubdomains) {
    TransportProperties {
        if (httpsOnly != null && httpsOnly.isNegative()) {
            throw new IllegalArgumentException("lotsen.transport.https-only must not be negative");
        }
    }

    /** The header's value; null for no header. */
    @Nullable
    String header() {
        return httpsOnly == null
                ? null
                : "max-age=" + httpsOnly.toSeconds() + (withSubdomains ? "; includeSubDomains" : "");
    }
}
