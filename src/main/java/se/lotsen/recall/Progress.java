package se.lotsen.recall;

/**
 * What became of a correction's conversations, of those that are still kept.
 *
 * @param all whom it is for; 0 before it is confirmed
 * @param waiting not told yet
 * @param unreachable cannot be told by any way
 * @param inChat have it in the conversation
 * @param mails got it, or are to get it, by e-mail
 * @param persons are told by somebody at the desk
 */
public record Progress(int all, int waiting, int unreachable, int inChat, int mails, int persons) {
}
