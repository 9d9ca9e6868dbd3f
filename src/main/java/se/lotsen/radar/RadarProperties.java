package se.lotsen.radar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the radar looks and tells.
 *
 * @param followLinks whether links are followed at all; a service without a way out turns it off
 * @param linksRemembered how long what became of following a link is taken as known
 * @param mailDay on which owners are mailed
 * @param mailAt at what time of that day
 */
@ConfigurationProperties("lotsen.radar")
record RadarProperties(@DefaultValue("true") boolean followLinks,
        @DefaultValue("1d") Duration linksRemembered,
        @DefaultValue("monday") DayOfWeek mailDay, @DefaultValue("07:00") LocalTime mailAt) {
}
