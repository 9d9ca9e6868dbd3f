package se.lotsen.importing;

/** Where pages can come from. */
public enum SourceKind {
    /** A site, by its site map. */
    SITEMAP("sitemap"),
    /** Single pages, by their addresses. */
    PAGES("page"),
    /** A folder on the server. */
    FOLDER("folder"),
    /** A file that was uploaded: a PDF, a table of questions and answers, a text. */
    FILE("csv"),
    /** The catalogue of e-services of an Open ePlatform. */
    CATALOGUE("e-service");

    private final String code;

    SourceKind(String code) {
        this.code = code;
    }

    /** As it stands in a page's front matter. */
    String code() {
        return code;
    }

    /** Whether its pages have an address on the web of their own. */
    public boolean isOnTheWeb() {
        return this == SITEMAP || this == PAGES || this == CATALOGUE;
    }
}
