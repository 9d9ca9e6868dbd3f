-- What an agent has written and can still take back, what an agent has read, and what the citizen's side was given.
-- As in V1 only what both databases understand.

-- At most one for each conversation; whatever comes next releases it first. message_data is the event it becomes, masked.
-- undone_at: taken back, and kept until the next change only so that a repeated request gives the same text.
create table pending_reply (
    conversation_id uuid primary key references conversation (id) on delete cascade,
    id uuid not null,
    agent varchar not null,
    message_data varchar not null,
    due_at timestamp with time zone not null,
    undone_at timestamp with time zone
);
create index pending_reply_due on pending_reply (undone_at, due_at);

-- The highest event that an agent who has, or had, the case was shown on its page.
create table case_reading (
    conversation_id uuid not null references conversation (id) on delete cascade,
    account varchar not null,
    read_to bigint not null,
    primary key (conversation_id, account)
);

-- The highest message of an agent that the citizen's side was given.
alter table conversation add column shown_to bigint default 0 not null;
