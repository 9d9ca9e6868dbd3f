package se.lotsen.architecture.planted;

import java.time.OffsetDateTime;
import java.util.function.Supplier;

class NowByReference {
    Supplier<OffsetDateTime> now = OffsetDateTime::now;
}
