package se.lotsen.handover;

/** What a citizen is told in one line although the conversation changes no hands; the line's name is that in lower case. */
public enum Occasion {
    /** An agent has opened the conversation by the code that the citizen read out. */
    CODE_OPENED,
    /** The agent warns a citizen who is abusive. */
    WARNED
}
