package se.lotsen.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import se.lotsen.answering.AssistantMode;

/**
 * What an operator sets for a start.
 *
 * @param mode the assistant does no more than this as long as the process runs, whatever is set at {@code /operations}
 * @param diskLeast with less room than this in the data folder the service says that the disk is full
 */
@ConfigurationProperties("lotsen.assistant")
record OperationsProperties(@DefaultValue("on") AssistantMode mode,
        @DefaultValue("500MB") DataSize diskLeast) {
}
