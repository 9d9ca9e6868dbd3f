package se.lotsen.staff;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An account as a supervisor writes it.
 *
 * @param capacity as it was typed
 */
record AccountDetails(String userName, String displayName, Set<StaffRole> roles, List<String> queues,
        List<String> languages, String capacity) {
    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");
    private static final Pattern QUEUE = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern CAPACITY = Pattern.compile("1?\\d|20");
    private static final int LONGEST_NAME = 100;

    static AccountDetails of(FormInput form) {
        Set<String> ticked = Set.copyOf(form.all("roles"));
        Set<StaffRole> roles = Arrays.stream(StaffRole.values())
                .filter(role -> ticked.contains(role.name())).collect(Collectors.toUnmodifiableSet());
        return new AccountDetails(form.text("userName"), form.text("displayName"), roles,
                words(form.text("queues")), words(form.text("languages")), form.text("capacity"));
    }

    static AccountDetails blank() {
        return new AccountDetails("", "", Set.of(StaffRole.AGENT), List.of(), List.of("sv"),
                Integer.toString(StaffAccount.USUAL_CAPACITY));
    }

    static AccountDetails of(StaffAccount account) {
        return new AccountDetails(account.userName(), account.displayName(), account.roles(),
                account.queues(), account.languages(), Integer.toString(account.capacity()));
    }

    /** Fields with the code of what is wrong, in the form's order. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>(nameFaults(userName, displayName));
        if (roles.isEmpty()) {
            faults.put("roles", "staff.fault.roles");
        }
        if (!queues.stream().allMatch(queue -> QUEUE.matcher(queue).matches())) {
            faults.put("queues", "staff.fault.queues");
        }
        if (!languages.stream().allMatch(language -> LANGUAGE.matcher(language).matches())) {
            faults.put("languages", "staff.fault.languages");
        }
        if (!CAPACITY.matcher(capacity).matches()) {
            faults.put("capacity", "staff.fault.capacity");
        }
        return faults;
    }

    static Map<String, String> nameFaults(String userName, String displayName) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!USER_NAME.matcher(userName).matches()) {
            faults.put("userName", "staff.fault.userName");
        }
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            faults.put("displayName", "staff.fault.displayName");
        }
        return faults;
    }

    /** The user name stays what it was. */
    AccountDetails named(String fixed) {
        return new AccountDetails(fixed, displayName, roles, queues, languages, capacity);
    }

    /** Only without faults. */
    StaffAccount account(UUID id, Instant created, int version) {
        return new StaffAccount(id, userName, displayName, roles, queues, languages,
                Integer.parseInt(capacity), created, null, version);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+")).filter(word -> !word.isEmpty()).distinct().toList();
    }
}
