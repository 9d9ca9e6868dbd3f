package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedFilesTests {
    /** Beginnings of the numbers that are real; every other number is of the series reserved for fiction. */
    private static final String FICTION = "031-390 06 \\d\\d";
    private final HandoverFiles files = new HandoverFiles(
            new se.lotsen.knowledge.KnowledgeFolder(SampleFiles.FOLDER));
    private final ContactDirectory directory = new ContactDirectory(files);

    @Test
    void haveNoFaults() {
        assertThat(files.findings()).isEmpty();
    }

    @Test
    void nameEveryContactOfTheMunicipality() {
        assertThat(directory.contacts()).extracting(ContactPoint::id).containsExactly("kontaktcenter",
                "utbildning",
                "vuxenutbildning", "socialtjanst", "socialjour", "vard-och-omsorg", "overformyndare",
                "budgetradgivning", "bygglov", "miljo", "avfall", "va", "va-jour", "gata", "bostad",
                "kultur-fritid",
                "simhall", "bibliotek", "kulturskola", "personal", "naringsliv", "registrator", "ekonomi",
                "valnamnd",
                "dataskydd");
    }

    @Test
    void giveTheMunicipalityOnlyInventedNumbersAndAddresses() {
        assertThat(directory.contacts()).allSatisfy(contact -> {
            assertThat(contact.phone()).matches(FICTION);
            assertThat(contact.email() == null || contact.email().endsWith("@lindakra.example")).isTrue();
        });
        assertThat(directory.contacts()).extracting(ContactPoint::phone).doesNotHaveDuplicates();
    }

    @Test
    void giveInventedAuthoritiesInventedNumbersAndAddresses() {
        List<Referral> invented = directory.referrals().stream()
                .filter(referral -> referral.url().contains(".example")).toList();

        assertThat(invented).hasSize(7)
                .allSatisfy(referral -> assertThat(String.valueOf(referral.phone())).matches(FICTION));
        assertThat(directory.referrals()).filteredOn(referral -> !invented.contains(referral))
                .noneSatisfy(referral -> assertThat(String.valueOf(referral.phone())).startsWith("031-390"));
        assertThat(invented).extracting(Referral::phone).doesNotContainAnyElementsOf(
                directory.contacts().stream().map(ContactPoint::phone).toList());
    }

    @Test
    void giveEveryMatterToOneAuthorityOnly() {
        List<String> matters = directory.referrals().stream().flatMap(referral -> referral.matters().stream())
                .toList();

        assertThat(directory.referrals()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(matters).doesNotHaveDuplicates().allSatisfy(
                matter -> assertThat(matter).isEqualTo(matter.toLowerCase(java.util.Locale.ROOT).strip()));
    }

    @Test
    void letTheCitizenSeeEveryPublicNumberAndAddress() {
        assertThat(directory.phones()).contains("031-390 06 00", "114 14", "0771-567 567", "031-390 06 05");
        assertThat(directory.emails()).contains("kontaktcenter@lindakra.example").hasSize(23);
    }
}
