package se.lotsen.delivery;

import se.lotsen.conversation.Outbox;

/** One way out. What it is given it may be given again: it tells the receiver the entry's id. */
interface Channel {

    /** Names it in the outbox, in metrics and to operators; never changes. */
    String name();

    /** Whether an event of this name is told this way. */
    boolean tells(String event);

    /** Blocks for a bounded time; every fault is an outcome. */
    Outcome deliver(Outbox.Entry entry);
}
