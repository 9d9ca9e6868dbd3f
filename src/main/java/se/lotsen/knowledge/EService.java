package se.lotsen.knowledge;

/** An e-service that a page leads to, and what it asks of the citizen before it can be used. */
public record EService(String name, String url, boolean eId, boolean signing, boolean payment) {
}
