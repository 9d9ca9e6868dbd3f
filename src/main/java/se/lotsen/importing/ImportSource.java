package se.lotsen.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that pages are imported from.
 *
 * @param version counts its changes from 1
 * @param activeRun the run that is under way; null when none is
 */
public record ImportSource(UUID id, String name, SourceKind kind, SourceSettings settings, int version,
        @Nullable UUID activeRun) {
}
