package se.lotsen.grounding;

import java.util.LinkedHashMap;
import java.util.Map;
import se.lotsen.knowledge.Passage;

/** Keeps the readings of the passages last asked about, at most {@value #MOST}. Safe for use by many threads. */
final class PassageReadings {
    private static final int MOST = 4096;

    private final Map<Passage, ReadPassage> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Passage, ReadPassage> eldest) {
            return size() > MOST;
        }
    };

    /** Equal passages have one reading; a changed page has new passages and so a new one. */
    ReadPassage of(Passage passage) {
        synchronized (kept) {
            ReadPassage known = kept.get(passage);
            if (known != null) {
                return known;
            }
        }
        ReadPassage read = ReadPassage.of(passage);
        synchronized (kept) {
            kept.put(passage, read);
        }
        return read;
    }
}
