package se.lotsen.security.incidents;

import java.util.Map;
import java.util.Set;

/**
 * Somebody who calls the service.
 *
 * @param roles none for whoever is not signed in
 * @param headers sent with every request, cookies among them
 * @param formToken of their forms; empty for whoever has none
 */
record Principal(String name, Set<String> roles, Map<String, String> headers, String formToken) {

    /** Whether the routes' file lets them in. */
    boolean mayUse(Route route) {
        return route.isFor(Route.PUBLIC) || !roles.isEmpty() && route.isFor(Route.SIGNED_IN)
                || roles.stream().anyMatch(route::isFor);
    }

    @Override
    public String toString() {
        return name;
    }
}
