package se.lotsen.conversation;

/**
 * A citizen in a queue.
 *
 * @param position the place in its own queue, from 1
 */
public record WaitingCase(Standing standing, int position) {
}
