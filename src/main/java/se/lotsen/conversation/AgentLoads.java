package se.lotsen.conversation;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many cases agents have, counted so that two that come at once do not both find room: whoever counts holds the agent's
 * row until the commit, and the next one counts what was committed. Only in a transaction that holds a conversation first,
 * so that everybody waits in the same order.
 */
final class AgentLoads {
    private final JdbcClient database;

    AgentLoads(JdbcClient database) {
        this.database = database;
    }

    /** Whether the agent has as many cases as they take; asks nothing of an agent without a limit. */
    boolean isFull(Agent agent) {
        if (!agent.isLimited()) {
            return false;
        }
        hold(agent.account());
        return database.sql("select count(*) from conversation where agent = :agent")
                .param("agent", agent.account()).query(Long.class).single() >= agent.capacity();
    }

    private void hold(String account) {
        database.sql("insert into agent_load (account) values (:account) on conflict do nothing")
                .param("account", account).update();
        database.sql("select account from agent_load where account = :account for update")
                .param("account", account).query(String.class).single();
    }
}
