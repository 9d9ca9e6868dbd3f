package se.lotsen.knowledge;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was made of a text, as long as somebody else holds it: drafts, checks and past states of the folder are read whole, and
 * few of their files differ from what is served. Keeps nothing alive; forgets what was not asked for longest.
 *
 * @param <K> all that the value is made of, or a digest of it
 * @param <V> immutable, and without a finding that would have to be reported again
 */
public final class Remembered<K, V> {
    private final Map<K, WeakReference<V>> values;

    /** @param most so many values, at most */
    public Remembered(int most) {
        this.values = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, WeakReference<V>> eldest) {
                return size() > most;
            }
        });
    }

    /** The value, if it was made before and is still there. */
    public Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key)).map(WeakReference::get);
    }

    /** Whether the value was made before, though it may be gone. */
    public boolean wasMade(K key) {
        return values.containsKey(key);
    }

    /** From now on this is the key's value. */
    public void put(K key, V value) {
        values.put(key, new WeakReference<>(value));
    }
}
