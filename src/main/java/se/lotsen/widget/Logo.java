package se.lotsen.widget;

/**
 * The municipality's mark.
 *
 * @param file its name in the knowledge base
 * @param bytes the file; nobody may change them
 * @param svg whether it is SVG; else it is PNG
 */
record Logo(String file, byte[] bytes, boolean svg) {
}
