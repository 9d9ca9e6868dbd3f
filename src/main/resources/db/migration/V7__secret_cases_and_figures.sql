-- Who may see a case, how many cases one has, and what happened in which queue. As in V1 only what both databases understand.

-- The queue that the case was in last, kept when the assistant has the conversation again; and the secret queue whose people
-- alone may see the conversation from then on. What was returned before this migration has no last queue: nobody knows
-- whose it was.
alter table conversation add column last_queue varchar;
alter table conversation add column reserved_queue varchar;
update conversation set last_queue = queue;

-- The row of an agent is locked while a case is given to them, so that two at once are counted one after the other.
create table agent_load (
    account varchar primary key
);

-- In which queue a state began or ended; null for other events, and for what happened before this migration.
alter table event add column queue varchar;
create index event_happened on event (event_type, happened_at);
