package se.lotsen.architecture.planted;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

class InjectedSetter {
    private Clock clock;

    @Autowired
    void setClock(Clock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }
}
