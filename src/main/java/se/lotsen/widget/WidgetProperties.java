package se.lotsen.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the chat may be shown.
 *
 * @param sites origins of other sites that may frame it, such as {@code https://www.kommun.example}; our own always may
 * @param publicAddress this service's origin as the world knows it; null to take it from each request
 */
@ConfigurationProperties("lotsen.widget")
record WidgetProperties(@DefaultValue List<String> sites, @Nullable String publicAddress) {
}
