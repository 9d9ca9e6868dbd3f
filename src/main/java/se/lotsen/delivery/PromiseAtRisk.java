package se.lotsen.delivery;

/** Told in this process, after it is stored, when a promise is due within an hour and nobody has kept it. */
public record PromiseAtRisk(Promise promise) {
}
