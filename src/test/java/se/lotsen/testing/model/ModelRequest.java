package se.lotsen.testing.model;

/**
 * What a model is asked, whatever the wire.
 *
 * @param system the rules; empty for none
 * @param user the task
 */
public record ModelRequest(Wire wire, String system, String user) {
}
