-- Groups of questions that were not answered well. What was asked is not in here: it stands in the conversation and goes with it.

create table gap (
    id uuid primary key,
    language varchar not null,
    conversation_id uuid not null,
    answer integer not null,
    state varchar not null,
    assignee varchar,
    assignee_name varchar,
    opened_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    reason varchar not null,
    reasked_at timestamp with time zone,
    reasked_answered integer,
    reasked_count integer,
    reasked_page varchar,
    reasked_revision varchar,
    version integer not null
);

-- Which questions a gap has; each has one.
create table gap_question (
    conversation_id uuid not null,
    answer integer not null,
    gap_id uuid not null references gap (id) on delete cascade,
    primary key (conversation_id, answer)
);
create index gap_question_gap on gap_question (gap_id);

-- Files that somebody changed for it.
create table gap_file (
    gap_id uuid not null references gap (id) on delete cascade,
    file varchar not null,
    primary key (gap_id, file)
);
