package se.lotsen.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.YamlLines;

/** Makes referrals of {@code referrals.yaml}. */
final class ReferralsReader {
    static final String FILE = "referrals.yaml";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern WORDS = Pattern.compile(".*\\S.*", Pattern.DOTALL);

    private ReferralsReader() {
    }

    static EditorsFile.Reading<List<Referral>> read(String yaml) {
        return EditorsFile.read(FILE, yaml, Referrals.class, ReferralsReader::referrals);
    }

    private static List<Referral> referrals(Referrals raw, EditorsFile file) {
        List<Referral> referrals = new ArrayList<>();
        for (Entry entry : file.entries("/referrals", raw.referrals())) {
            referrals.add(referral(YamlLines.at("/referrals", referrals.size()), entry, file));
        }
        return List.copyOf(referrals);
    }

    private static Referral referral(String pointer, Entry raw, EditorsFile file) {
        String list = YamlLines.at(pointer, "matters");
        List<String> matters = new ArrayList<>();
        for (String matter : file.entries(list, raw.matters())) {
            matters.add(file.text(YamlLines.at(list, matters.size()), matter));
        }
        return new Referral(file.id(pointer, raw.id()),
                file.text(YamlLines.at(pointer, "name"), raw.name()),
                List.copyOf(matters),
                file.optionalText(YamlLines.at(pointer, "phone"), raw.phone(), ContactsReader.PHONE),
                file.text(YamlLines.at(pointer, "url"), raw.url(), ADDRESS),
                file.optionalText(YamlLines.at(pointer, "note"), raw.note(), WORDS));
    }

    /** The file as written: any field may be missing. */
    record Referrals(@Nullable List<@Nullable Entry> referrals) {
    }

    /** A referral as written: any field may be missing. */
    record Entry(@Nullable String id, @Nullable String name, @Nullable List<@Nullable String> matters,
            @Nullable String phone, @Nullable String url, @Nullable String note) {
    }
}
