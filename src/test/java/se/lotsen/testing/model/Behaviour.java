package se.lotsen.testing.model;

/** What a model makes of a request. Called on the server's event loop: it must not block. */
@FunctionalInterface
public interface Behaviour {

    /** What goes back over the wire. */
    Script answer(ModelRequest request);
}
