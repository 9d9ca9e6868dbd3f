package se.lotsen.accountability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Locale;

/**
 * The entry for an algorithm register, with the field names of the Dutch Algoritmeregister's publication standard 1.0 (the UK's
 * ATRS asks for the same things under other names). Its schema is {@code register.schema.json} beside this class. What a
 * municipality alone can know it fills in itself: the draft says so in the field.
 */
record RegisterEntry(@JsonProperty("standard_version") String standardVersion, String lang, String name,
        String organization, @JsonProperty("description_short") String shortDescription, String status,
        @JsonProperty("publication_category") String category, String url,
        @JsonProperty("contact_email") String contactEmail, String goal,
        @JsonProperty("lawful_basis") String lawfulBasis, String proportionality,
        @JsonProperty("human_intervention") String humanIntervention,
        @JsonProperty("risk_management") String riskManagement,
        @JsonProperty("impact_tests") String impactTests,
        @JsonProperty("source_data") String sourceData,
        @JsonProperty("methods_and_models") String methodsAndModels, String monitoring, String provider,
        @JsonProperty("revision_date") String revisionDate, List<String> tags) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("se.lotsen.accountability.register",
            Locale.of("sv"));

    static RegisterEntry of(Map<String, String> facts) {
        return new RegisterEntry("1.0", "sv", text("name", facts), facts.getOrDefault("municipality", ""),
                text("short", facts), text("status", facts), text("category", facts),
                facts.getOrDefault("address", ""),
                facts.getOrDefault("contact.email", ""), text("goal", facts), text("basis", facts),
                text("proportionality", facts), text("human", facts), text("risk", facts),
                text("impact", facts),
                text("data", facts), text("methods", facts), text("monitoring", facts),
                text("provider", facts),
                facts.getOrDefault("date", ""), List.of(text("tags", facts).split(", ")));
    }

    private static String text(String field, Map<String, String> facts) {
        return new DocumentTemplate(TEXTS.getString(field)).fill(facts).strip().replace("\n", " ");
    }
}
