package se.lotsen.privacy;

import java.util.Set;

/**
 * The municipality's own contact details, which stay readable in masked text. Asked for at every masking, so the sets
 * may change while the service runs; they should be cheap to return and equal as long as nothing has changed.
 */
public interface PublicContacts {

    /** Telephone numbers as editors write them, such as {@code 0980-31 92 00} or {@code +46 980 31 92 00}. */
    Set<String> phones();

    /** E-mail addresses; upper and lower case are the same. */
    Set<String> emails();

    /**
     * Domains in which every address is the municipality's own, such as {@code lindåkra.se} (or its punycode form).
     * Exactly these domains: addresses in a subdomain are personal, because pupils' addresses often lie there.
     */
    Set<String> emailDomains();

    /** No exceptions: every number and address is hidden. */
    static PublicContacts none() {
        return new PublicContacts() {
            @Override
            public Set<String> phones() {
                return Set.of();
            }

            @Override
            public Set<String> emails() {
                return Set.of();
            }

            @Override
            public Set<String> emailDomains() {
                return Set.of();
            }
        };
    }
}
