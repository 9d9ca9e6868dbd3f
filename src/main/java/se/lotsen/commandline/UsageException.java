package se.lotsen.commandline;

/** The arguments are not of the command's form; {@code code} names the sentence that says so. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    UsageException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }
}
