package se.lotsen.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import se.lotsen.fetching.FetchOutcome.Refused;

/**
 * Fetches by GET over http or https, and refuses everything that could turn the service against its own network: hosts
 * that are not allowed, names that lead inside, redirects that do, answers without an end. Keeps no cookies, sends no
 * credentials, uses no proxy. Blocks; never to be called on an event loop.
 */
public final class GuardedFetch implements AutoCloseable {
    /** A page is reached by at most so many redirects. */
    public static final int MAX_REDIRECTS = 3;

    private final FetchRules rules;
    private final HostNames names;
    private final Predicate<InetAddress> isPublic;
    private final HostPace pace;
    private final CloseableHttpClient client;

    /** With the system's resolver. */
    public GuardedFetch(FetchRules rules) {
        this(rules, host -> List.of(InetAddress.getAllByName(host)), AddressRules::isPublic, new HostPace());
    }

    GuardedFetch(FetchRules rules, HostNames names, Predicate<InetAddress> isPublic, HostPace pace) {
        this.rules = rules;
        this.names = names;
        this.isPublic = isPublic;
        this.pace = pace;
        this.client = client(rules);
    }

    /**
     * Waits for the host's turn, then at most {@link FetchRules#timeLimit} for the answer.
     *
     * @throws InterruptedException when the caller is no longer wanted; the connection is closed
     */
    public FetchOutcome get(FetchRequest request) throws InterruptedException {
        String host = request.address().getHost();
        if (host == null) {
            return new Refused(FetchRefusal.BAD_ADDRESS);
        }
        Duration pause = request.pause().compareTo(rules.pause()) > 0 ? request.pause() : rules.pause();
        return pace.inTurn(host.toLowerCase(Locale.ROOT), pause, () -> withinTime(request));
    }

    private FetchOutcome withinTime(FetchRequest request) throws InterruptedException {
        Exchange exchange = new Exchange(client, rules, names, isPublic, request);
        FutureTask<FetchOutcome> task = new FutureTask<>(exchange::run);
        // A thread of its own, as neither a resolver nor a connection can be relied on to come back.
        Thread.ofVirtual().name("fetch").start(task);
        try {
            return task.get(rules.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.abort();
            return new Refused(FetchRefusal.TOO_SLOW);
        } catch (InterruptedException e) {
            exchange.abort();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch ended by a fault", e.getCause());
        }
    }

    private static CloseableHttpClient client(FetchRules rules) {
        Timeout limit = Timeout.of(rules.timeLimit());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new NoResolver())
                        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(limit).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(limit)
                                .setSocketTimeout(limit).setTimeToLive(Timeout.ofSeconds(30)).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(limit)
                        .setConnectionRequestTimeout(limit).setAuthenticationEnabled(false).build())
                .setUserAgent(rules.userAgent())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    /** The client is given addresses; should it ever ask for one itself, that would not have been checked. */
    private static final class NoResolver implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }

    /** Closes idle connections. */
    @Override
    public void close() throws IOException {
        client.close();
    }
}
