package se.lotsen.asking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limit of a question, whoever types it.
 *
 * @param maxQuestionLength in characters, as typed
 */
@ConfigurationProperties("lotsen.chat")
public record AskingProperties(@DefaultValue("1000") int maxQuestionLength) {
}
