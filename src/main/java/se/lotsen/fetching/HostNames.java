package se.lotsen.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names become addresses; asked once for each request. */
@FunctionalInterface
interface HostNames {
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
