package se.lotsen.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a change is tried before it is published.
 *
 * @param gate what a test question that is answered worse does to a publication
 * @param questions how many questions are asked at most; test questions are all asked
 * @param asked how far back residents' questions are taken from
 */
@ConfigurationProperties("lotsen.trial")
public record TrialProperties(@DefaultValue("warn") Gate gate, @DefaultValue("1000") int questions,
        @DefaultValue("60d") Duration asked) {

    /** What becomes of a publication that makes a test question's answer wrong. */
    public enum Gate {
        /** It is refused. */
        BLOCK,
        /** It is published when somebody says that they have seen it. */
        WARN
    }
}
