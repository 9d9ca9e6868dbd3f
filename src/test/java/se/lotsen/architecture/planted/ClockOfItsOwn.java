package se.lotsen.architecture.planted;

import java.time.Clock;

class ClockOfItsOwn {
    Clock clock = Clock.systemUTC();
}
