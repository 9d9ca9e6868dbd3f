package se.lotsen.extraction;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.jsoup.parser.Parser;
import se.lotsen.knowledge.EService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of e-services of an Open ePlatform, {@code GET /api/v1/getflows/json}: one page for each service that may be
 * used. A service that is switched off is never shown.
 */
final class ServiceCatalogue {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_SERVICES = 5_000;

    private ServiceCatalogue() {
    }

    /** @throws ExtractionRefused when it is no catalogue */
    static List<FoundPage> read(String text, URI address) {
        List<FoundPage> pages = new ArrayList<>();
        for (JsonNode flow : flows(text)) {
            FoundPage page = pages.size() < MOST_SERVICES ? page(flow, address) : null;
            if (page != null) {
                pages.add(page);
            }
        }
        return pages;
    }

    private static JsonNode flows(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode flows = root.isArray() ? root : field(root, "Flows");
            if (flows.isArray()) {
                return flows;
            }
        } catch (JacksonException e) {
            throw new ExtractionRefused(ExtractionFault.UNREADABLE);
        }
        throw new ExtractionRefused(ExtractionFault.UNREADABLE);
    }

    private static @Nullable FoundPage page(JsonNode flow, URI base) {
        String name = words(field(flow, "Name"));
        URI address = address(field(flow, "URL").asString(""), base);
        if (name.isEmpty() || address == null || !isOn(field(flow, "Enabled"), true)) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String part : List.of("ShortDescription", "LongDescription")) {
            String markdown = HtmlContent.fragment(field(flow, part).asString(""), base);
            if (!markdown.isBlank() && !parts.contains(markdown)) {
                parts.add(markdown);
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        String category = words(field(flow, "Category").isObject()
                ? field(field(flow, "Category"), "Name")
                : field(flow, "Category"));
        return new FoundPage(address, name, String.join("\n\n", parts),
                category.isEmpty() ? List.of() : List.of(category), null, null, "sv", List.of(),
                aliases(flow),
                new EService(name, address.toString(), isOn(field(flow, "RequiresAuthentication"), false),
                        isOn(field(flow, "RequiresSigning"), false),
                        isOn(field(flow, "PaymentSupportEnabled"), false)));
    }

    private static List<String> aliases(JsonNode flow) {
        List<String> aliases = new ArrayList<>();
        JsonNode written = field(flow, "Aliases");
        if (written.isArray()) {
            written.forEach(alias -> aliases.add(words(alias)));
        } else {
            aliases.addAll(List.of(words(written).split("\\s*[,;]\\s*")));
        }
        // Addresses of its own are aliases, too; nobody asks in these words.
        aliases.removeIf(alias -> alias.isBlank() || alias.contains("/"));
        return aliases;
    }

    /** Names of fields differ in case between versions. */
    private static JsonNode field(JsonNode node, String name) {
        if (node.has(name)) {
            return node.path(name);
        }
        for (String other : node.propertyNames()) {
            if (other.equalsIgnoreCase(name)) {
                return node.path(other);
            }
        }
        return node.path(name);
    }

    private static String words(JsonNode node) {
        // Entities stand in JSON where it was made of HTML.
        return node.isValueNode()
                ? Parser.unescapeEntities(node.asString(""), false).replaceAll("[\\s\\u00a0]+", " ").strip()
                : "";
    }

    private static boolean isOn(JsonNode flag, boolean otherwise) {
        return flag.isMissingNode() || flag.isNull()
                ? otherwise
                : flag.asString("").toLowerCase(Locale.ROOT).matches("true|1|yes");
    }

    private static @Nullable URI address(String written, URI base) {
        try {
            URI address = base
                    .resolve(new URI(Parser.unescapeEntities(written.strip(), true).replace(" ", "%20")));
            return written.isBlank() || address.getScheme() == null || !address.getScheme().matches("https?")
                    || address.getHost() == null ? null : address;
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }
}
