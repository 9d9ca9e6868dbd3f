package se.lotsen.fetching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import se.lotsen.fetching.FetchOutcome.Answered;
import se.lotsen.fetching.FetchOutcome.Got;
import se.lotsen.fetching.FetchOutcome.Refused;
import se.lotsen.fetching.FetchOutcome.Unchanged;

/** One fetch from its first address through its redirects; each hop is checked as the first one was. */
final class Exchange {
    /** A page in bytes, unpacked; none of a municipality comes near it. */
    static final int LARGEST_PAGE = 10_000_000;
    static final int LARGEST_PDF = 30_000_000;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final FetchRules rules;
    private final HostNames names;
    private final Predicate<InetAddress> isPublic;
    private final FetchRequest request;
    private volatile @Nullable HttpGet current;
    private volatile boolean aborted;

    Exchange(CloseableHttpClient client, FetchRules rules, HostNames names, Predicate<InetAddress> isPublic,
            FetchRequest request) {
        this.client = client;
        this.rules = rules;
        this.names = names;
        this.isPublic = isPublic;
        this.request = request;
    }

    /** Ends the connection; whoever reads from it gets an exception. */
    void abort() {
        aborted = true;
        HttpGet get = current;
        if (get != null) {
            get.abort();
        }
    }

    FetchOutcome run() {
        Optional<URI> address = WebAddress.of(request.address().toString());
        for (int hop = 0; hop <= GuardedFetch.MAX_REDIRECTS; hop++) {
            if (address.isEmpty()) {
                return new Refused(FetchRefusal.BAD_ADDRESS);
            }
            Hop answered = hop(address.get());
            if (answered.outcome() != null) {
                return answered.outcome();
            }
            address = answered.next();
        }
        return new Refused(FetchRefusal.TOO_MANY_REDIRECTS);
    }

    /** How a hop ended, or where it leads. */
    private record Hop(@Nullable FetchOutcome outcome, Optional<URI> next) {
        static Hop ended(FetchOutcome outcome) {
            return new Hop(outcome, Optional.empty());
        }

        static Hop refused(FetchRefusal reason) {
            return ended(new Refused(reason));
        }
    }

    private Hop hop(URI address) {
        if (!rules.allowsHost(address, request.hosts())) {
            return Hop.refused(FetchRefusal.HOST_NOT_ALLOWED);
        }
        List<InetAddress> resolved;
        try {
            resolved = names.resolve(WebAddress.host(address));
        } catch (UnknownHostException e) {
            return Hop.refused(FetchRefusal.UNKNOWN_HOST);
        }
        Predicate<InetAddress> allowed = rules.allowsPrivate(address)
                ? isPublic.or(AddressRules::mayBeAllowed)
                : isPublic;
        // A name with one good and one bad address is not half trusted.
        if (resolved.isEmpty() || !resolved.stream().allMatch(allowed)) {
            return Hop.refused(FetchRefusal.ADDRESS_NOT_ALLOWED);
        }
        return connect(address, resolved);
    }

    private Hop connect(URI address, List<InetAddress> checked) {
        boolean late = false;
        for (InetAddress at : checked) {
            HttpGet get = get(address);
            current = get;
            if (aborted) {
                break;
            }
            // The name for the certificate and the header, the address that was checked for the connection.
            HttpHost target = new HttpHost(address.getScheme(), at, WebAddress.host(address),
                    WebAddress.port(address));
            Hop answered = null;
            try (ClassicHttpResponse response = client.executeOpen(target, get, null)) {
                answered = read(address, get, response);
            } catch (SocketTimeoutException e) {
                late = true;
            } catch (IOException e) {
                // Either there is an answer, and its connection was cut on purpose, or the next address of the same name is
                // tried, as browsers do.
            }
            if (answered != null) {
                return answered;
            }
        }
        return Hop.refused(aborted || late ? FetchRefusal.TOO_SLOW : FetchRefusal.UNREACHABLE);
    }

    private HttpGet get(URI address) {
        HttpGet get = new HttpGet(address);
        get.setHeader("Accept", request.wanted().header());
        if (request.etag() != null) {
            get.setHeader("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            get.setHeader("If-Modified-Since", request.lastModified());
        }
        return get;
    }

    private Hop read(URI address, HttpGet get, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (REDIRECTS.contains(status)) {
            String location = header(response, "Location");
            get.abort();
            return new Hop(null,
                    location == null ? Optional.empty() : WebAddress.of(address, location));
        }
        if (status != 200) {
            get.abort();
            return Hop.ended(status == 304 ? new Unchanged() : new Answered(status));
        }
        String type = Optional.ofNullable(header(response, "Content-Type")).orElse("");
        if (!request.wanted().accepts(type)) {
            get.abort();
            return Hop.refused(FetchRefusal.WRONG_TYPE);
        }
        String media = Wanted.mediaType(type);
        if (request.wanted() == Wanted.PRESENCE) {
            get.abort();
            return Hop.ended(new Got(address, new byte[0], media, charset(type), null, null));
        }
        byte[] body = body(response, media.equals("application/pdf") ? LARGEST_PDF : LARGEST_PAGE);
        if (body == null) {
            get.abort();
            return Hop.refused(FetchRefusal.TOO_LARGE);
        }
        return Hop.ended(new Got(address, body, media, charset(type), header(response, "ETag"),
                header(response, "Last-Modified")));
    }

    /** Counted as it is unpacked; null when there is more than may be. */
    private static byte @Nullable [] body(ClassicHttpResponse response, int most) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        if (response.getEntity().getContentLength() > most) {
            return null;
        }
        InputStream stream = response.getEntity().getContent();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[16_384];
        for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
            if (body.size() + read > most) {
                return null;
            }
            body.write(part, 0, read);
        }
        return body.toByteArray();
    }

    private static @Nullable String charset(String type) {
        try {
            ContentType parsed = ContentType.parseLenient(type);
            return parsed == null || parsed.getCharset() == null ? null : parsed.getCharset().name();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().length() > 2_000
                ? null
                : header.getValue();
    }
}
