package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.ConversationState.CLOSED;
import static se.lotsen.conversation.ConversationState.WAITING;
import static se.lotsen.conversation.ConversationState.WITH_AGENT;
import static se.lotsen.conversation.ConversationState.WITH_ASSISTANT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationRefusal.ChangeNotPossible;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;

class StateChangeTests {
    /** Written down a second time, by hand. */
    private static final Map<String, List<ConversationState>> TABLE = Map.ofEntries(
            Map.entry("REQUESTED", List.of(WITH_ASSISTANT, WAITING)),
            Map.entry("LEFT_QUEUE", List.of(WAITING, WITH_ASSISTANT)),
            Map.entry("TIMED_OUT", List.of(WAITING, WITH_ASSISTANT)),
            Map.entry("DESK_CLOSED", List.of(WAITING, WITH_ASSISTANT)),
            Map.entry("CLAIMED", List.of(WAITING, WITH_AGENT)),
            Map.entry("TRANSFERRED", List.of(WITH_AGENT, WITH_AGENT)),
            Map.entry("REQUEUED", List.of(WITH_AGENT, WAITING)),
            Map.entry("AGENT_VANISHED", List.of(WITH_AGENT, WAITING)),
            Map.entry("RETURNED", List.of(WITH_AGENT, WITH_ASSISTANT)),
            Map.entry("ENDED_AFTER_WARNING", List.of(WITH_AGENT, WITH_ASSISTANT)),
            Map.entry("RESOLVED", List.of(WITH_AGENT, CLOSED)),
            Map.entry("REOPENED", List.of(CLOSED, WAITING)),
            Map.entry("TAKEN_UP", List.of(CLOSED, WITH_AGENT)),
            Map.entry("FOLLOWED_UP", List.of(WITH_ASSISTANT, WITH_AGENT)),
            Map.entry("CALL_ENDED", List.of(WITH_ASSISTANT, CLOSED)));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(1, 1));

    @ParameterizedTest
    @EnumSource
    void ofSixteenPairsOfStatesEachChangeLeadsFromOneToOne(StateChange change) {
        for (ConversationState from : ConversationState.values()) {
            for (ConversationState to : ConversationState.values()) {
                boolean allowed = TABLE.get(change.name()).equals(List.of(from, to));
                assertThat(change.leads(from, to)).as("%s %s-%s", change, from, to).isEqualTo(allowed);

                LogHead head = new LogHead(CONVERSATION, 4, 1, 0, from);
                StateChanged event = new StateChanged(from, to, change, null, null);
                if (allowed) {
                    assertThat(head.after(event)).isEqualTo(new LogHead(CONVERSATION, 5, 1, 0, to));
                } else {
                    assertThatThrownBy(() -> head.after(event)).isInstanceOf(ChangeNotPossible.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noChangeFollowsAnotherStateThanItNames(StateChange change) {
        StateChanged event = new StateChanged(change.from(), change.to(), change, null, null);
        for (ConversationState state : ConversationState.values()) {
            if (state != change.from()) {
                assertThatThrownBy(() -> new LogHead(CONVERSATION, 4, 1, 0, state).after(event))
                        .isInstanceOfSatisfying(ChangeNotPossible.class,
                                refusal -> assertThat(refusal.state()).isEqualTo(state));
            }
        }
    }

    @Test
    void noChangeComesInTheMiddleOfAnAnswer() {
        LogHead open = new LogHead(CONVERSATION, 0, 0, 0, WITH_ASSISTANT)
                .after(new QuestionAsked(RecordContract.text("Öppettider?"), "sv"));

        assertThatThrownBy(() -> open
                .after(new StateChanged(WITH_ASSISTANT, WAITING, StateChange.REQUESTED, null, null)))
                .isInstanceOf(QuestionStillOpen.class);
    }

    @Test
    void theDocumentShowsTheTable() throws IOException {
        String document = Files.readString(Path.of("docs/handover.md"));

        assertThat(document).contains("```mermaid\n" + StateChange.diagram() + "```\n");
        for (StateChange change : StateChange.values()) {
            assertThat(document)
                    .contains("| `%s` | `%s` | `%s` | ".formatted(change, change.from(), change.to()));
        }
        assertThat(document.lines().filter(line -> line.matches("\\| `[A-Z_]+` \\| `.*")))
                .hasSize(StateChange.values().length);
    }
}
