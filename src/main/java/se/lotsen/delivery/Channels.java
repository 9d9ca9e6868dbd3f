package se.lotsen.delivery;

import java.util.List;

/** The channels that are configured; closes their connections with the service. */
record Channels(List<Channel> all) implements AutoCloseable {
    Channels {
        all = List.copyOf(all);
    }

    @Override
    public void close() throws Exception {
        for (Channel channel : all) {
            if (channel instanceof AutoCloseable connections) {
                connections.close();
            }
        }
    }
}
