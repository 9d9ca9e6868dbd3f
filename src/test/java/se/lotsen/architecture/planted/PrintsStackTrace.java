package se.lotsen.architecture.planted;

class PrintsStackTrace {
    void say(RuntimeException fault) {
        fault.printStackTrace();
    }
}
