package se.lotsen.retrieval;

/**
 * What an update did to the index.
 *
 * @param updated pages whose passages were replaced
 * @param unchanged pages that were skipped because their digest is the same
 * @param removed pages that are no longer served
 * @param passages passages in the index afterwards
 */
public record IndexReport(int updated, int unchanged, int removed, int passages) {
}
