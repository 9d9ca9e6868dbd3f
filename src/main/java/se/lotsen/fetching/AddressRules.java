package se.lotsen.fetching;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a public web server can have. IPv4: all but IANA's special-purpose registry (RFC 6890 and its
 * successors). IPv6: global unicast (2000::/3) alone, without documentation, 6to4 and Teredo, in which an IPv4 address hides.
 */
final class AddressRules {
    private static final int[][] SPECIAL = {{0, 0, 8}, {10, 0, 8}, {100, 64, 10}, {127, 0, 8}, {169, 254, 16},
            {172, 16, 12}, {192, 168, 16}, {198, 18, 15}, {224, 0, 3}};
    private static final int[][] SPECIAL_24 = {{192, 0, 0}, {192, 0, 2}, {192, 88, 99}, {198, 51, 100},
            {203, 0, 113}};

    private AddressRules() {
    }

    /** Whether anybody on the internet may be at this address. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /**
     * Whether an operator may allow it by name: this machine and the organisation's own networks. Never link-local, where
     * clouds answer with their keys, never multicast, never the unspecified address.
     */
    static boolean mayBeAllowed(InetAddress address) {
        return !address.isLinkLocalAddress() && !address.isMulticastAddress() && !address.isAnyLocalAddress();
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        for (int[] block : SPECIAL) {
            int shift = 16 - block[2];
            if (first >> shift == (block[0] << 8 | block[1]) >> shift) {
                return false;
            }
        }
        for (int[] block : SPECIAL_24) {
            if ((bytes[0] & 0xff) == block[0] && (bytes[1] & 0xff) == block[1]
                    && (bytes[2] & 0xff) == block[2]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = first >> 13 == 1;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8) || first == 0x2002
                || first == 0x3fff && second >> 12 == 0;
        return global && !special;
    }
}
