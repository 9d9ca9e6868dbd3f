/**
 * How long something is waited for that comes in the end, in milliseconds: on two busy cores a page that takes a tenth of a second
 * has taken twenty. It is no bound of anything; what must be quick is measured where it is counted.
 */
export const PATIENCE = 60_000;
/** A service's start, or a browser's. */
export const START = 240_000;
