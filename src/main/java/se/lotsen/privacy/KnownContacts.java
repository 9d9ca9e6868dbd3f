package se.lotsen.privacy;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The municipality's contacts in a form that can be compared with what a text says. */
final class KnownContacts {
    private final Set<String> writtenPhones;
    private final Set<String> writtenEmails;
    private final Set<String> writtenDomains;
    private final Set<String> phones;
    private final Set<String> emails;
    private final Set<String> domains;

    private KnownContacts(Set<String> phones, Set<String> emails, Set<String> domains) {
        this.writtenPhones = Set.copyOf(phones);
        this.writtenEmails = Set.copyOf(emails);
        this.writtenDomains = Set.copyOf(domains);
        this.phones = writtenPhones.stream().map(PhoneNumberPlan::key).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        this.emails = writtenEmails.stream().map(KnownContacts::address)
                .collect(Collectors.toUnmodifiableSet());
        this.domains = writtenDomains.stream().map(KnownContacts::domain)
                .collect(Collectors.toUnmodifiableSet());
    }

    static KnownContacts of(PublicContacts contacts) {
        return new KnownContacts(contacts.phones(), contacts.emails(), contacts.emailDomains());
    }

    /** Whether this is still what the contacts say. */
    boolean isCurrent(PublicContacts contacts) {
        return writtenPhones.equals(contacts.phones()) && writtenEmails.equals(contacts.emails())
                && writtenDomains.equals(contacts.emailDomains());
    }

    boolean hasPhone(PhoneNumber number) {
        return !phones.isEmpty() && phones.contains(PhoneNumberPlan.key(number));
    }

    boolean hasEmail(String local, String domain) {
        String own = domain(domain);
        return domains.contains(own) || emails.contains(local.toLowerCase(Locale.ROOT) + "@" + own);
    }

    private static String address(String written) {
        String clean = CleanText.of(written).strip();
        int at = clean.lastIndexOf('@');
        return clean.substring(0, Math.max(0, at)).toLowerCase(Locale.ROOT) + "@"
                + domain(clean.substring(at + 1));
    }

    /** The domain as it is looked up: lower case, punycode, so that lindåkra.se and xn--lindkra-hxa.se are one. */
    private static String domain(String written) {
        String clean = CleanText.of(written).strip();
        try {
            return IDN.toASCII(clean).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return clean.toLowerCase(Locale.ROOT); // no domain that can exist, so nobody's own
        }
    }
}
