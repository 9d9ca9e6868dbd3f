package se.lotsen.fetching;

/** Why nothing was fetched. The codes are stable: they are stored beside what was to be fetched. */
public enum FetchRefusal {
    /** Neither http nor https, or nothing that has one meaning as an address. */
    BAD_ADDRESS,
    /** The host is not one that may be asked. */
    HOST_NOT_ALLOWED,
    /** The host's name leads to an address inside a network, or to none that a public server has. */
    ADDRESS_NOT_ALLOWED,
    /** More redirects than {@value GuardedFetch#MAX_REDIRECTS}. */
    TOO_MANY_REDIRECTS,
    /** More bytes than are read, packed or unpacked. */
    TOO_LARGE,
    /** Not all there within the time that one fetch may take. */
    TOO_SLOW,
    /** Of another media type than was asked for. */
    WRONG_TYPE,
    /** The host's name has no address. */
    UNKNOWN_HOST,
    /** No connection, or one that broke. */
    UNREACHABLE
}
