package se.lotsen.importing;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.lotsen.extraction.FaqLayout;
import se.lotsen.fetching.WebAddress;
import se.lotsen.knowledge.Audience;

/** A source's form as it was filled in; nothing of it is lost when something is wrong. */
record SourceForm(SourceKind kind, String name, String address, String addresses, String folder,
        String without,
        String area, String owner, String contact, String audience, String nonDigitalRoute, String months,
        boolean retiring) {
    /** Longer texts are none that anybody typed. */
    private static final int LONGEST = 300;
    private static final int MOST_ADDRESSES = 500;

    static SourceForm blank(SourceKind kind) {
        return new SourceForm(kind, "", "", "", "", "", "", "", "", "residents", "", "12", true);
    }

    static SourceForm of(SourceKind kind, MultiValueMap<String, String> form) {
        return new SourceForm(kind, text(form, "namn"), text(form, "adress"), text(form, "adresser"),
                text(form, "mapp"),
                text(form, "utan"), text(form, "omrade"), text(form, "agare"), text(form, "kontakt"),
                text(form, "malgrupp"), text(form, "icke-digitalt"), text(form, "manader"),
                form.containsKey("borta"));
    }

    static SourceForm of(ImportSource source) {
        SourceSettings is = source.settings();
        return new SourceForm(source.kind(), source.name(), is.address(), String.join("\n", is.addresses()),
                is.folder(),
                String.join("\n", is.without()), is.area(), is.owner(), is.contact(), is.audience(),
                is.nonDigitalRoute(), Integer.toString(is.reviewMonths()), is.retiring());
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The field's name and the key of what is wrong with it, in the form's order. */
    Map<String, String> faults(Set<String> contacts) {
        Map<String, String> faults = new LinkedHashMap<>();
        check(faults, "namn", !name.isEmpty() && name.length() <= LONGEST);
        if (kind != SourceKind.PAGES) {
            check(faults, "adress", WebAddress.of(address).isPresent());
        } else {
            check(faults, "adresser", !lines(addresses).isEmpty() && lines(addresses).size() <= MOST_ADDRESSES
                    && lines(addresses).stream().allMatch(one -> WebAddress.of(one).isPresent()));
        }
        check(faults, "utan", lines(without).stream().allMatch(path -> path.startsWith("/")));
        check(faults, "omrade", area.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        check(faults, "agare", !owner.isEmpty() && owner.length() <= LONGEST);
        check(faults, "kontakt", contacts.contains(contact));
        check(faults, "malgrupp", audiences().contains(audience));
        check(faults, "icke-digitalt", !nonDigitalRoute.isEmpty() && nonDigitalRoute.length() <= 2 * LONGEST);
        check(faults, "manader", months.matches("[1-9]|[12]\\d|3[0-6]"));
        return faults;
    }

    private static void check(Map<String, String> faults, String field, boolean right) {
        if (!right) {
            faults.put(field, "importing.fault." + field);
        }
    }

    static List<String> audiences() {
        return Arrays.stream(Audience.values()).map(audience -> audience.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
    }

    /** Of a form without faults; the file and how it is read stay as they are. */
    SourceSettings settings(String file, @Nullable FaqLayout faq) {
        return new SourceSettings(
                kind == SourceKind.PAGES ? "" : WebAddress.of(address).map(URI::toString).orElseThrow(),
                kind == SourceKind.PAGES ? lines(addresses) : List.of(),
                kind == SourceKind.FOLDER ? folder : "",
                kind == SourceKind.SITEMAP ? lines(without) : List.of(), file, faq, area, owner, contact,
                audience,
                nonDigitalRoute, Integer.parseInt(months), retiring);
    }
}
