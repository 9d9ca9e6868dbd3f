-- An agent asks for a caller, and a citizen lets an agent look. As in V1 only what both databases understand.

-- By which way a conversation came; the names are those of ContactChannel. A call has no token: nobody outside opens it.
alter table conversation add column channel varchar default 'CHAT' not null;
alter table conversation add column call_agent varchar;
alter table conversation add column call_agent_name varchar;
alter table conversation alter column token_hash drop not null;
create index conversation_call on conversation (call_agent, state);

-- The code that a citizen reads out: one for each conversation, gone when it was used. Only a keyed hash of it.
create table desk_code (
    conversation_id uuid primary key references conversation (id) on delete cascade,
    code_hash bytea not null unique,
    expires_at timestamp with time zone not null
);

-- Who has opened a conversation by its code, when, and until when it may be read.
create table desk_opening (
    conversation_id uuid not null references conversation (id) on delete cascade,
    number integer not null,
    agent varchar not null,
    agent_name varchar not null,
    opened_at timestamp with time zone not null,
    readable_until timestamp with time zone not null,
    primary key (conversation_id, number)
);
create index desk_opening_agent on desk_opening (agent, readable_until);
