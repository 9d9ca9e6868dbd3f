package se.lotsen.widget;

import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** This service's origin as web editors write it into their pages. */
final class PublicOrigin {
    private final AllowedSites sites;

    PublicOrigin(AllowedSites sites) {
        this.sites = sites;
    }

    /** As somebody has set it, or else as the browser that asks has found us. */
    String of(ServerHttpRequest request) {
        URI uri = request.getURI();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return sites.publicAddress().orElseGet(() -> uri.getScheme() + "://" + uri.getHost() + port);
    }
}
