/**
 * The benchmark command, {@code mvn -Pbench verify}: what Lotsen costs beside the plain tools that it is made of. It
 * measures ratios within one run, so that a slow or busy machine changes both sides alike; nothing here is a test, and no
 * test asserts a time.
 */
package se.lotsen.bench;
