package se.lotsen.architecture.planted;

class PrintsErr {
    void say() {
        System.err.println("said");
    }
}
