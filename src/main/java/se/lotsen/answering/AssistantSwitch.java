package se.lotsen.answering;

/** What the operators have set the assistant to. Asked at every question, from any thread, so it must not block. */
@FunctionalInterface
public interface AssistantSwitch {
    /** Nobody has a switch. */
    AssistantSwitch NONE = () -> AssistantMode.ON;

    /** The mode that holds now. */
    AssistantMode mode();
}
