package se.lotsen.languagemodel.guarded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.testing.Models;
import se.lotsen.testing.MovedClock;

class BudgetTests {
    private final MovedClock clock = new MovedClock("2026-11-24T22:59:00Z");
    private final Budget budget = new Budget(Models.properties("calls-per-minute", 2, "tokens-per-day", 100,
            "tokens-per-day-per-conversation", 60), clock);

    @Test
    void aConversationAsksSoOftenWithinAnyMinute() {
        clock.move(Duration.ofHours(12));
        assertThat(budget.take("a", 1)).isEmpty();
        clock.move(Duration.ofSeconds(30));
        assertThat(budget.take("a", 1)).isEmpty();
        assertThat(budget.take("a", 1)).hasValue(Reason.TOO_OFTEN);
        assertThat(budget.take("b", 1)).as("another conversation").isEmpty();
        clock.move(Duration.ofSeconds(31));
        assertThat(budget.take("a", 1)).as("the first call is a minute old").isEmpty();
        assertThat(budget.take("a", 1)).hasValue(Reason.TOO_OFTEN);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        assertThat(budget.take("a", 61)).hasValue(Reason.BUDGET_SPENT);
        assertThat(budget.left()).isEqualTo(100);
        assertThat(budget.take("a", 60)).isEmpty();
        assertThat(budget.take("a", 1)).hasValue(Reason.BUDGET_SPENT);
        assertThat(budget.left()).isEqualTo(40);
    }

    @Test
    void theInstallationHasALimitOfItsOwn() {
        assertThat(budget.take("a", 60)).isEmpty();
        assertThat(budget.take("b", 41)).hasValue(Reason.BUDGET_SPENT);
        assertThat(budget.take("b", 40)).isEmpty();
        assertThat(budget.take("c", 1)).hasValue(Reason.BUDGET_SPENT);
        assertThat(budget.left()).isZero();
    }

    @Test
    void anAnswerIsPaidForAfterwardsWhateverTheLimits() {
        assertThat(budget.take("a", 50)).isEmpty();
        budget.spend("a", 500);
        assertThat(budget.left()).isZero();
        assertThat(budget.take("b", 1)).hasValue(Reason.BUDGET_SPENT);
    }

    @Test
    void aNewDayOfTheTownBeginsAnew() {
        budget.take("a", 60);
        budget.spend("b", 40);
        assertThat(budget.left()).isZero();
        clock.move(Duration.ofSeconds(59));
        assertThat(budget.left()).isZero();
        clock.move(Duration.ofSeconds(1));
        assertThat(budget.left()).as("midnight in Stockholm").isEqualTo(100);
        assertThat(budget.take("a", 60)).isEmpty();
    }

    @Test
    void aCallThatWasNotMadeIsGivenBack() {
        budget.take("a", 60);
        budget.giveBack("a", 60);
        assertThat(budget.left()).isEqualTo(100);
        assertThat(budget.take("a", 30)).isEmpty();
        assertThat(budget.take("a", 30)).as("nor does it count in its minute").isEmpty();
        assertThat(budget.take("a", 0)).hasValue(Reason.TOO_OFTEN);
    }

    @Test
    void nothingIsGivenBackToAnotherDay() {
        budget.take("a", 60);
        clock.move(Duration.ofDays(1));
        budget.giveBack("a", 60);
        assertThat(budget.left()).isEqualTo(100);
    }
}
