package se.lotsen.architecture.planted;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

class InjectedField {
    @Autowired
    Clock clock;
}
