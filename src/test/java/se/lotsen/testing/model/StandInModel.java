package se.lotsen.testing.model;

/** {@code mvn -Pstand-in-model test-compile}: a scripted model on a port, until it is interrupted. */
final class StandInModel {
    private StandInModel() {
    }

    public static void main(String[] args) throws InterruptedException {
        Behaviour behaviour = switch (args[0]) {
            case "good" -> new GoodModel();
            case "lying" -> new LyingModel(Long.getLong("lotsen.seed", 1));
            default -> throw new IllegalArgumentException("good or lying, not " + args[0]);
        };
        try (ModelServer server = ModelServer.start(behaviour, Integer.parseInt(args[1]))) {
            server.onlyCount();
            System.out.println("A scripted model (" + args[0] + "), interrupt to end it. Use it with:");
            System.out.println("export LOTSEN_MODEL_PROVIDER=openai-compatible LOTSEN_MODEL_NAME=" + args[0]
                    + " LOTSEN_MODEL_BASE_URL=" + server.baseUrl(Wire.OPENAI));
            Thread.currentThread().join();
        }
    }
}
