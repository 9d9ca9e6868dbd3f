package se.lotsen.architecture.planted;

import java.time.LocalDate;
import java.time.ZoneId;

class DateWithoutClock {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
}
