package se.lotsen.architecture.planted;

class MillisWithoutClock {
    long now = System.currentTimeMillis();
}
