package se.lotsen.conversation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at start-up that a newer version has migrated the database, and what to do: this one would not understand, or would lose,
 * what the newer one keeps.
 */
class NewerRecordAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {
    /** Flyway gives no code for each migration, only its sentence. */
    private static final Pattern UNKNOWN = Pattern
            .compile("applied migration not resolved locally: ([0-9.]*[0-9])");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        Matcher unknown = UNKNOWN.matcher(String.valueOf(cause.getMessage()));
        if (!unknown.find()) {
            return null;
        }
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.conversation.messages", Locale.of("sv"));
        return new FailureAnalysis(MessageFormat.format(texts.getString("startup.newer"), unknown.group(1)),
                texts.getString("startup.newer.remedy"), cause);
    }
}
