package se.lotsen.architecture.planted;

class PrintsOut {
    void say() {
        System.out.println("said");
    }
}
