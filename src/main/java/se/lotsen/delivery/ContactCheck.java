package se.lotsen.delivery;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.delivery.Making.Reason;

/** Reads a contact as a citizen writes it, so that a promise is not made that nobody could keep. */
final class ContactCheck {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> CALLED = Set.of(PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP,
            PhoneNumberType.PERSONAL_NUMBER, PhoneNumberType.UNKNOWN);
    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]{0,61}\\p{L}");

    private ContactCheck() {
    }

    /** What was read, or why not; both null where a kind needs no contact. */
    record Read(@Nullable ContactDetail detail, @Nullable Reason refused) {
        static final Read NOTHING = new Read(null, null);
    }

    static Read read(PromiseKind kind, @Nullable String written) {
        String contact = written == null ? "" : written.strip();
        if (kind == PromiseKind.MESSAGE) {
            return Read.NOTHING;
        }
        if (contact.isEmpty()) {
            return new Read(null, Reason.MISSING);
        }
        return kind == PromiseKind.CALL_BACK ? phone(contact) : email(contact);
    }

    private static Read phone(String contact) {
        if (contact.length() > LONGEST) {
            return new Read(null, Reason.NOT_A_PHONE_NUMBER);
        }
        try {
            PhoneNumber number = PLANS.parse(contact, "SE");
            if (!PLANS.isValidNumber(number) || number.hasExtension()) {
                return new Read(null, Reason.NOT_A_PHONE_NUMBER);
            }
            return CALLED.contains(PLANS.getNumberType(number))
                    ? new Read(new ContactDetail(ContactDetail.Kind.PHONE,
                            PLANS.format(number, PhoneNumberFormat.E164)), null)
                    : new Read(null, Reason.PHONE_NUMBER_NOT_CALLED);
        } catch (NumberParseException e) {
            return new Read(null, Reason.NOT_A_PHONE_NUMBER);
        }
    }

    private static Read email(String contact) {
        return contact.length() <= LONGEST && EMAIL.matcher(contact).matches()
                ? new Read(new ContactDetail(ContactDetail.Kind.EMAIL, contact), null)
                : new Read(null, Reason.NOT_AN_EMAIL_ADDRESS);
    }
}
