package se.lotsen.gaps;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which gaps are shown.
 *
 * @param shownFrom how many questions a gap has at least; smaller ones stand in a list of their own
 * @param window how far back questions are looked at
 * @param freshFor for how long a look at the questions is good; a click looks anew
 */
@ConfigurationProperties("lotsen.gaps")
record GapsProperties(@DefaultValue("2") int shownFrom, @DefaultValue("90d") Duration window,
        @DefaultValue("30s") Duration freshFor) {
}
