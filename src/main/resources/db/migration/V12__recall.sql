-- What citizens are told because an answer was wrong. As in V1 only what both databases understand.

-- The text that goes out, and what was wrong: statements of one revision of a page (marks divided
-- by commas), and the
-- revision that corrected it.
create table correction (
    id uuid primary key,
    page varchar not null,
    title varchar not null,
    wrong_revision integer not null,
    right_revision integer not null,
    marks varchar not null,
    said_from timestamp with time zone,
    said_until timestamp with time zone,
    text varchar not null,
    state varchar not null,
    version integer not null,
    account varchar not null,
    account_name varchar not null,
    changed_at timestamp with time zone not null
);
create index correction_state on correction (state);

-- Whom it is for, once each, from the moment it is confirmed; by which ways the citizen was told.
create table correction_target (
    correction_id uuid not null references correction (id) on delete cascade,
    conversation_id uuid not null references conversation (id) on delete cascade,
    state varchar not null,
    in_chat boolean not null,
    way varchar not null,
    told_at timestamp with time zone,
    primary key (correction_id, conversation_id)
);
create index correction_target_conversation on correction_target (conversation_id);
create index correction_target_state on correction_target (correction_id, state);
