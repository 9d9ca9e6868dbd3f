package se.lotsen.screening;

import java.util.Arrays;

/**
 * Pattern words filed under keys of letters, as a card index. Keys are hashes of letters, so that looking one up takes no
 * text of its own; what is found under a key must therefore be compared before it is believed. Numbers in arrays, as
 * there are some hundred thousand.
 */
final class Register {
    /** No entry. */
    static final int NONE = -1;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** 0 where there is none. */
    private long[] keys = new long[64];
    /** By key, one more than its last entry. */
    private int[] last = new int[64];
    private int used;
    private int[] numbers = new int[64];
    private int[] before = new int[64];
    private int entries;

    /** The key of no letters. */
    static long start() {
        return 1;
    }

    /** The key of the letters of {@code key} and one more. */
    static long with(long key, char letter) {
        return (key + letter) * FACTOR;
    }

    /** The key of the letters of a text from one place up to, not including, another. */
    static long key(String text, int from, int to) {
        long key = start();
        for (int i = from; i < to; i++) {
            key = with(key, text.charAt(i));
        }
        return key;
    }

    /** Files a number once more, unless it is the one that was filed under the key last. */
    void file(long key, int number) {
        int slot = slot(key);
        if (last[slot] > 0 && numbers[last[slot] - 1] == number) {
            return;
        }
        used += keys[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        if (entries == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * entries);
            before = Arrays.copyOf(before, 2 * entries);
        }
        numbers[entries] = number;
        before[entries] = last[slot] - 1;
        last[slot] = ++entries;
        if (used * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLast = last;
        keys = new long[2 * oldKeys.length];
        last = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                last[slot] = oldLast[i];
            }
        }
    }

    private int slot(long key) {
        int slot = (int) (key >>> 32) & keys.length - 1;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** An entry under the key, or {@link #NONE}. */
    int of(long key) {
        return last[slot(key)] - 1;
    }

    /** A further entry under the same key, or {@link #NONE}. */
    int next(int entry) {
        return before[entry];
    }

    /** What was filed. */
    int number(int entry) {
        return numbers[entry];
    }
}
