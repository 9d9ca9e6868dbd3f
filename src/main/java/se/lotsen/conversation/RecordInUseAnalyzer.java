package se.lotsen.conversation;

import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start-up that another process holds the embedded database, and what to do, instead of a stack trace. */
class RecordInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final Pattern FILE = Pattern.compile("\"([^\"]+)\"");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return null;
        }
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.conversation.messages", Locale.of("sv"));
        Matcher file = FILE.matcher(String.valueOf(cause.getMessage()));
        return new FailureAnalysis(
                MessageFormat.format(texts.getString("startup.in-use"), file.find() ? file.group(1) : ""),
                texts.getString("startup.in-use.remedy"), cause);
    }
}
